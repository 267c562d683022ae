import CLinux
import Doctor
import Folders
import Glibc
import Store

/// What restoring has brought back.
public struct RestoreReport: Sendable {
    /// UTC seconds at which the backup was made.
    public let made: Int
    /// The config, beside the data: whether it takes the place of the present one is for the administrator to say.
    public let config: String
    /// What `doctor --verify` finds in the data.
    public let findings: [Finding]
}

/// Brings a backup back into a home without a desk.
///
/// All of the file is checked before anything is written; then it is taken apart beside, checked again, made durable, and
/// gets its place in the last step.
///
/// - Parameter now: UTC seconds.
/// - Throws: `BackupFault`; there is no desk then, as before.
public func restore(_ path: String, to home: Home, now: Int) throws -> RestoreReport {
    let config = home.path + "/restored-config"
    for place in [home.data.path, config] where isThere(place) { throw BackupFault.occupied(path: place) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BackupFault.system("open", path) }
    defer { close(descriptor) }
    let label = try check(path, descriptor)

    if mkdir(home.path, 0o755) != 0, errno != EEXIST { throw BackupFault.system("make", home.path) }
    let draft = Home(path: home.path + "/restoring")
    guard !isThere(draft.path) else { throw BackupFault.leftover(path: draft.path) }
    guard mkdir(draft.path, 0o700) == 0 else { throw BackupFault.system("make", draft.path) }
    var isPlaced = false
    defer { if !isPlaced { Folder.remove(draft.path) } }

    try extract(path, descriptor, to: draft)
    try Store.adopt(draft.data)
    let examination = Examination(home: draft, config: "", now: now)
    let findings = examine(examination, by: Check.ofLetters)
    if let fault = findings.first(where: { $0.check == "integrity" && $0.weight == .wrong }) {
        throw BackupFault.damaged(path: path, reason: fault.line)
    }
    try syncAll(draft.path)
    guard rename(draft.path + "/config", config) == 0 else {
        throw BackupFault.system("rename", draft.path + "/config")
    }
    guard rename(draft.data.path, home.data.path) == 0 else { throw BackupFault.system("rename", draft.data.path) }
    isPlaced = true
    rmdir(draft.path)
    try syncFolder(home.path)
    return RestoreReport(made: label.made, config: config + "/" + label.config, findings: findings)
}

/// Reads all of a backup and writes nothing.
private func check(_ path: String, _ descriptor: CInt) throws -> BackupLabel {
    var reader = ArchiveReader(path, descriptor: descriptor)
    var label: BackupLabel?
    var sizes: [BackupMember: Int] = [:]
    try reader.readAll { member, bytes in
        guard let kind = BackupMember(member.path, isFolder: member.isFolder) else {
            throw BackupFault.foreign(path: path, reason: "it holds \(member.path.debugDescription)")
        }
        if label == nil {
            guard kind == .label, member.size < 4_096 else {
                throw BackupFault.foreign(path: path, reason: "its first member is not \(BackupLabel.name)")
            }
            var text: [UInt8] = []
            try bytes { text += $0 }
            guard let read = BackupLabel(text) else {
                throw BackupFault.foreign(path: path, reason: "its first member is none of this version")
            }
            label = read
        }
        switch kind {
        case .database, .key: sizes[kind] = member.size
        default: break
        }
    }
    guard let label, let database = sizes[.database], database > 0, sizes[.key] == 32 else {
        throw BackupFault.foreign(path: path, reason: "it holds no database, or no key of 32 bytes")
    }
    guard label.schema <= Schema.version else {
        throw BackupFault.newer(path: path, found: label.schema, known: Schema.version)
    }
    return label
}

private func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
}

/// Makes everything of the file system durable that a folder lies in: one call for any number of files.
private func syncAll(_ folder: String) throws(BackupFault) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", folder) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw .system("sync", folder) }
}
