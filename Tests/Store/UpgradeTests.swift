import Desk
import Foundation
import SQLite
import Secrets
import TemporaryFolders
import Testing

@testable import Store

/// A data folder as the first version left it: two letters of 1404 and two of 1405 accepted, one under review.
private func deskOfVersion1() throws -> DataFolder {
    let folder = Home(path: TemporaryFolder.make("upgrade")).data
    try folder.create()
    try FileSystem.create(folder.database, [])
    try FileSystem.create(folder.key, SecretKey.randomBytes())
    let database = try Database(path: folder.database, mode: .readWrite)
    try database.run("PRAGMA journal_mode = WAL")
    try database.runScript(Schema.steps[0])
    try database.runScript(
        """
        PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1;
        INSERT INTO applicant VALUES (1, '+989120000001', 1);
        INSERT INTO letterCounter VALUES (1404, 2), (1405, 2);
        """)
    // Accepted in another order than registered.
    for (id, number) in [(1, "1404/2"), (2, "1405/1"), (3, nil), (4, "1404/1"), (5, "1405/2")] {
        let sql: SQL = """
            INSERT INTO letter VALUES (\(id), 1, \([UInt8(id)]), 's', 'person', 'u', 't', 'x', 'fa', 1,
                \(number == nil ? "underReview" : "accepted"), \(number == nil ? nil : 2), \(number),
                \(number.map { _ in "00000000\(id)" }), NULL)
            """
        try database.run(sql)
        try database.run("INSERT INTO event (letter, at, kind) VALUES (\(id), 1, 'registered')")
    }
    for (id, number) in [(4, "1404/1"), (1, "1404/2"), (2, "1405/1"), (5, "1405/2")] {
        try database.run("INSERT INTO event (letter, at, kind, text) VALUES (\(id), 2, 'accepted', \(number))")
    }
    return folder
}

@Test("A database of the first version gets its numbers, its seals and its head, and is kept as it was")
func upgraded() throws {
    let folder = try deskOfVersion1()
    let copy = folder.database + ".before-\(Schema.version)"
    #expect(try Store.prepare(folder) == .upgraded(from: 1, to: Schema.version, copy: copy))
    #expect(try Store.prepare(folder) == .unchanged)
    let store = try Store(opening: folder)
    let numbers = try store.database.all("SELECT letterNumber, year || '/' || sequence FROM letter WHERE year NOTNULL")
    {
        [$0.text(0), $0.text(1)]
    }
    #expect(numbers.count == 4)
    #expect(numbers.allSatisfy { $0[0] == $0[1] }, "\(numbers)")
    #expect(try store.database.first("SELECT count(*) FROM event WHERE length(seal) = 32") { $0.int(0) } == 9)
    let head = try #require(FileManager.default.contents(atPath: folder.auditHead))
    #expect(String(decoding: head, as: UTF8.self) == (try store.auditHead().text) + "\n")
    let kept = try Database(path: copy, mode: .readOnly)
    #expect(try kept.first("PRAGMA user_version") { $0.int(0) } == 1)
    #expect(try kept.first("SELECT count(*) FROM event") { $0.int(0) } == 9)
    var status = stat()
    stat(copy, &status)
    #expect(status.st_mode & 0o777 == 0o600)
}

@Test("An upgrade that fails changes nothing, and is made the next time")
func failedUpgrade() throws {
    let folder = try deskOfVersion1()
    let database = try Database(path: folder.database, mode: .readWrite)
    // The second step cannot add a column that is there.
    try database.runScript("ALTER TABLE letter ADD COLUMN sequence INTEGER")
    #expect(throws: (any Error).self) { try Store.prepare(folder) }
    #expect(try database.first("PRAGMA user_version") { $0.int(0) } == 1)
    #expect(
        try database.first("SELECT count(*) FROM pragma_table_info('event') WHERE name = 'seal'") { $0.int(0) } == 0)
    try database.runScript("ALTER TABLE letter DROP COLUMN sequence; INSERT INTO letterCounter VALUES (1406, 0)")
    let copy = folder.database + ".before-\(Schema.version)"
    #expect(try Store.prepare(folder) == .upgraded(from: 1, to: Schema.version, copy: copy))
    let kept = try Database(path: copy, mode: .readOnly)
    #expect(try kept.first("SELECT count(*) FROM letterCounter") { $0.int(0) } == 3, "the copy is of the last try")
}

@Test("Without room for a copy there is no upgrade")
func noCopy() throws {
    let folder = try deskOfVersion1()
    mkdir(folder.database + ".before-\(Schema.version).new", 0o700)
    #expect(throws: StoreFault.self) { try Store.prepare(folder) }
    let database = try Database(path: folder.database, mode: .readOnly)
    #expect(try database.first("PRAGMA user_version") { $0.int(0) } == 1)
}

@Test("A database of a newer version is refused, not brought back")
func newer() throws {
    let desk = try TestDesk()
    try desk.store.database.runScript("PRAGMA user_version = \(Schema.version + 1)")
    #expect(throws: StoreFault.self) { try Store.prepare(desk.home.data) }
}

@Test("A first preparation that was cut off anywhere is simply made the next time")
func interruptedPreparation() throws {
    for stage in 0...4 {
        let folder = Home(path: TemporaryFolder.make("first")).data
        let draft = DataFolder(path: folder.path + ".new")
        try draft.create()
        if stage > 0 { try FileSystem.create(draft.database, stage > 1 ? Array("torn".utf8) : []) }
        if stage > 2 { try FileSystem.create(draft.database + "-wal", [1, 2, 3]) }
        if stage > 3 { try FileSystem.create(draft.key, [1]) }
        #expect(try Store.prepare(folder) == .made)
        #expect(!FileManager.default.fileExists(atPath: draft.path))
        _ = try Store(opening: folder)
        #expect(try Store.prepare(folder) == .unchanged)
    }
}
