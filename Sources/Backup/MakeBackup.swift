import Glibc
import SQLite
import Secrets
import Store

/// What a backup holds.
public struct BackupReport: Equatable, Sendable {
    /// Documents of letters.
    public var documents = 0
    /// Files of the config's folder.
    public var configFiles = 0
    /// Documents that are missing or not what was received, in words.
    public var problems: [String] = []
}

/// Takes a copy of a desk that is in use: database, documents, key, and the folder of the config.
///
/// The database is copied first, as it is at one moment; its documents are on disk before their rows and are never
/// deleted, so every row of the copy finds its file afterwards. Those that were removed for malware have none. A document
/// that is damaged on the disk is kept as it is, and named in the report.
///
/// - Parameters:
///   - config: the path of the config; all below its folder is kept, but for hidden files.
///   - path: a file that does not exist yet.
///   - now: UTC seconds.
public func makeBackup(of home: Home, config: String, to path: String, now: Int) throws -> BackupReport {
    for needed in [home.data.database, home.data.key, config] where access(needed, R_OK) != 0 {
        throw BackupFault.system("read", needed)
    }
    var status = stat()
    guard stat(home.data.database, &status) == 0, status.st_size >= DataFolder.smallestDatabase else {
        throw BackupFault.system(doing: "read", path: home.data.database, reason: "it is empty; run: pishkhan doctor")
    }
    let file = try NewFile(path)
    let copy = path + ".database"
    defer { unlink(copy) }
    try Store.finishRenewal(of: home.data)
    // While it is open nobody renews the key, so the two belong together.
    let source = try Database(path: home.data.database, mode: .readOnly)
    let database = try copyDatabase(source, to: copy)
    let schema = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0

    var archive = ArchiveWriter(file)
    let label = BackupLabel(made: now, schema: schema, config: lastName(of: config))
    try archive.add(BackupLabel.name, label.bytes, mode: 0o600, at: now)
    try addFolders(to: &archive, at: now)
    try archive.add("data/desk.sqlite", from: copy, mode: 0o600)
    _ = try withExtendedLifetime(source) { try archive.add("data/key", from: home.data.key, mode: 0o600) }
    try archive.add("data/wake", [], mode: 0o600, at: now)
    var report = BackupReport()
    try addDocuments(of: database, home.data.documents, to: &archive, &report)
    for source in try configFiles(below: parent(of: config)) {
        try archive.add("config/" + source.name, from: source.path, mode: source.mode)
        report.configFiles += 1
    }
    try archive.finish(at: now)
    try file.publish()
    return report
}

private func copyDatabase(_ source: Database, to copy: String) throws -> Database {
    unlink(copy)
    let descriptor = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BackupFault.system("make", copy) }
    close(descriptor)
    try source.copy(to: copy)
    return try Database(path: copy, mode: .readOnly)
}

/// With these, an archive that `tar` has taken apart is a data folder at once.
private func addFolders(to archive: inout ArchiveWriter, at time: Int) throws {
    for name in ["data", "data/incoming", "data/documents"] { try archive.addFolder(name, mode: 0o700, at: time) }
    for number in 0..<256 {
        try archive.addFolder("data/documents/" + Hexadecimal.encode([UInt8(number)]), mode: 0o700, at: time)
    }
}

private func addDocuments(
    of database: Database, _ folder: String, to archive: inout ArchiveWriter, _ report: inout BackupReport
) throws {
    // By its event, not by `removed`: a desk of an older version, which has no such column, can be backed up, too.
    let rows = try database.all(
        """
        SELECT letter, number, bytes, hash, path FROM document WHERE NOT EXISTS
            (SELECT 1 FROM event
             WHERE event.letter = document.letter AND event.kind = 'malwareFound' AND event.document = number)
        ORDER BY path
        """
    ) { row in
        (letter: row.int(0), number: row.int(1), bytes: row.int(2), hash: row.bytes(3), path: row.text(4))
    }
    for row in rows {
        let source = folder + "/" + row.path
        let name = "document \(row.number) of letter \(row.letter) (\(source))"
        guard BackupMember.isDocument("data/documents/" + row.path), access(source, F_OK) == 0 else {
            report.problems.append("\(name) is missing")
            continue
        }
        let kept = try archive.add("data/documents/" + row.path, from: source, mode: 0o600)
        report.documents += 1
        if kept.hash != row.hash || kept.bytes != row.bytes {
            report.problems.append("\(name) is not what was received")
        }
    }
}
