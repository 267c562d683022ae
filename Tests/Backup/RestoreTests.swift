import Backup
import Desk
import Doctor
import Foundation
import SQLite
import Testing

@testable import Store

@Test("What was backed up comes back: letters, documents, key and config, private and well")
func roundTrip() throws {
    let desk = try KeptDesk()
    let path = try desk.backup()
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(
        try FileManager.default.contentsOfDirectory(atPath: desk.folder).sorted() == ["backup.tar", "home", "site"])

    let other = desk.newHome()
    let report = try restore(path, to: other, now: time(nil))
    #expect(report.findings == [])
    #expect(report.made == 1_800_000_000)
    #expect(try files(below: other.data.documents) == files(below: desk.home.data.documents))
    #expect(
        FileManager.default.contents(atPath: other.data.key) == FileManager.default.contents(atPath: desk.home.data.key)
    )
    var site = try files(below: desk.folder + "/site")
    site[".hidden"] = nil
    #expect(try files(below: other.path + "/restored-config") == site)
    #expect(report.config == other.path + "/restored-config/portal.json5")
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).sorted() == ["data", "restored-config"])

    let (old, new) = (try Store(opening: desk.home.data), try Store(opening: other.data))
    #expect(try new.auditHead() == old.auditHead())
    let applicant = Applicant(id: 1, mobile: MobileNumber(stored: "+989120000001"))
    #expect(
        try new.letters(of: applicant, before: nil, limit: 9) == old.letters(of: applicant, before: nil, limit: 9))
    #expect(try new.database.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
    #expect(try new.database.first("SELECT count(*) FROM session") { $0.int(0) } == 0)
    #expect(try old.database.first("SELECT count(*) FROM session") { $0.int(0) } == 3)
}

@Test("A living desk is never overwritten, nor a config that was restored before")
func neverOverwrites() throws {
    let desk = try KeptDesk()
    let path = try desk.backup()
    let before = try files(below: desk.home.data.documents)
    #expect(throws: BackupFault.occupied(path: desk.home.data.path)) { try restore(path, to: desk.home, now: 1) }
    #expect(try files(below: desk.home.data.documents) == before)
    let other = desk.newHome()
    _ = try restore(path, to: other, now: 1)
    rename(other.data.path, other.data.path + ".old")
    #expect(throws: BackupFault.occupied(path: other.path + "/restored-config")) {
        try restore(path, to: other, now: 1)
    }
    #expect(!FileManager.default.fileExists(atPath: other.data.path))
}

@Test("A backup never takes another file's place, and leaves nothing where it fails")
func backupNeverOverwrites() throws {
    let desk = try KeptDesk()
    let path = try desk.backup()
    let bytes = FileManager.default.contents(atPath: path)
    #expect(throws: BackupFault.exists(path: path)) {
        try makeBackup(of: desk.home, config: desk.config, to: path, now: 1)
    }
    #expect(FileManager.default.contents(atPath: path) == bytes)
    unlink(desk.home.data.key)
    #expect(throws: BackupFault.self) {
        try makeBackup(of: desk.home, config: desk.config, to: desk.folder + "/b", now: 1)
    }
    try Data().write(to: URL(fileURLWithPath: desk.home.data.key))
    try Data("x".utf8).write(to: URL(fileURLWithPath: desk.folder + "/site/line\nbreak"))
    #expect(throws: BackupFault.self) {
        try makeBackup(of: desk.home, config: desk.config, to: desk.folder + "/b", now: 1)
    }
    #expect(
        try FileManager.default.contentsOfDirectory(atPath: desk.folder).sorted() == ["backup.tar", "home", "site"])
}

@Test("An empty database is not opened: SQLite would delete the log beside it")
func emptyDatabase() throws {
    let desk = try KeptDesk()
    truncate(desk.home.data.database, 0)
    let log = desk.home.data.database + "-wal"
    let before = FileManager.default.contents(atPath: log)
    #expect(throws: BackupFault.self) {
        try makeBackup(of: desk.home, config: desk.config, to: desk.folder + "/b", now: 1)
    }
    #expect(FileManager.default.contents(atPath: log) == before)
}

@Test("A document that is missing or damaged is named by the backup, and again when it is restored")
func damagedDocument() throws {
    let desk = try KeptDesk()
    let names = try files(below: desk.home.data.documents).keys.sorted()
    unlink(desk.home.data.documents + "/" + names[0])
    truncate(desk.home.data.documents + "/" + names[1], 5)
    let report = try makeBackup(of: desk.home, config: desk.config, to: desk.folder + "/b", now: 1)
    #expect(report.problems.count == 2)
    for name in names.prefix(2) { #expect(report.problems.contains { $0.contains(name) }) }
    let restored = try restore(desk.folder + "/b", to: desk.newHome(), now: time(nil))
    #expect(restored.findings.filter { $0.check == "documents" }.count == 2)
}

@Test("A document that was removed for malware is not missed, by the backup or when it is restored")
func removedDocument() throws {
    let desk = try KeptDesk(letters: 2)
    let store = try Store(opening: desk.home.data)
    try store.database.run("UPDATE letter SET unscanned = 1 WHERE id = 2")
    let letter = try #require(try store.quarantinedLetters(after: 0, limit: 1).first)
    let infected = try #require(try store.documents(of: letter).first)
    try store.rejectFromQuarantine(letter, infected: [(infected, "Eicar")], reason: "x", now: 2_000) { letter, _ in
        Message(kind: .rejected, to: letter.applicant.mobile, text: "text", arguments: [:])
    }
    let path = try desk.backup()
    let other = desk.newHome()
    let report = try restore(path, to: other, now: time(nil))
    #expect(report.findings == [])
    #expect(try files(below: other.data.documents).count == 1)
}

@Test("A backup of an older version is brought to this one")
func olderVersion() throws {
    let desk = try KeptDesk(letters: 0)
    let data = desk.home.data
    for ending in ["", "-wal", "-shm"] { unlink(data.database + ending) }
    try FileSystem.create(data.database, [])
    let database = try Database(path: data.database, mode: .readWrite)
    try database.run("PRAGMA journal_mode = WAL")
    try database.runScript(Schema.steps[0])
    try database.runScript(
        """
        PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1;
        INSERT INTO event (at, kind, text) VALUES (1, 'staffSignInFailed', 'x');
        """)
    let other = desk.newHome()
    #expect(try restore(desk.backup(), to: other, now: time(nil)).findings == [])
    #expect(try Store(opening: other.data).auditHead().event == 1)
    #expect(try !FileManager.default.contentsOfDirectory(atPath: other.data.path).contains { $0.contains("before") })
}
