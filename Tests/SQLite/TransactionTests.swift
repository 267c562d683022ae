import Foundation
import Testing

@testable import SQLite

private func table() throws -> Database {
    let database = try Database(path: temporaryPath(), mode: .create)
    try database.run("CREATE TABLE t (n INTEGER NOT NULL UNIQUE, text TEXT, bytes BLOB) STRICT")
    return database
}

private struct Stop: Error {}

@Test("An inner transaction belongs to the outer one, whichever of them fails")
func nested() throws {
    let database = try table()
    #expect(throws: Stop.self) {
        try database.write {
            try database.write { try database.run("INSERT INTO t (n) VALUES (1)") }
            throw Stop()
        }
    }
    #expect(throws: Stop.self) {
        try database.write {
            try database.run("INSERT INTO t (n) VALUES (2)")
            try database.write { throw Stop() }
        }
    }
    #expect(try database.all("SELECT n FROM t") { $0.int(0) } == [])
    let value = try database.write {
        try database.write { try database.run("INSERT INTO t (n) VALUES (3)") }
        return "done"
    }
    #expect(value == "done")
    #expect(try database.all("SELECT n FROM t") { $0.int(0) } == [3])
}

@Test("A transaction that SQLite itself refuses leaves nothing, and the next one works")
func constraint() throws {
    let database = try table()
    let error = #expect(throws: SQLiteError.self) {
        try database.write {
            try database.run("INSERT INTO t (n) VALUES (1)")
            try database.run("INSERT INTO t (n, text) VALUES (1, \("a secret"))")
        }
    }
    #expect(error?.isConstraint == true)
    #expect(error?.isBusy == false)
    #expect("\(error, default: "")".contains("secret") == false, "values of rows are never in an error")
    try database.write { try database.run("INSERT INTO t (n) VALUES (2)") }
    #expect(try database.all("SELECT n FROM t") { $0.int(0) } == [2])
}

@Test("Eight threads that read and then write lose nothing: writers wait for each other")
func parallelWriters() throws {
    let path = temporaryPath()
    let database = try Database(path: path, mode: .create)
    try database.run("PRAGMA journal_mode = WAL")
    try database.run("CREATE TABLE t (n INTEGER NOT NULL) STRICT")
    try database.run("INSERT INTO t VALUES (0)")
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do {
            let own = try Database(path: path, mode: .readWrite)
            for _ in 0..<25 {
                try own.write {
                    let now = try own.first("SELECT n FROM t") { $0.int(0) } ?? -1_000
                    try own.run("UPDATE t SET n = \(now + 1)")
                }
            }
        } catch {
            Issue.record(error)
        }
    }
    #expect(try database.first("SELECT n FROM t") { $0.int(0) } == 200)
}

@Test("A reader is not held up by a writer, and sees the state before it")
func readerBesideWriter() throws {
    let path = temporaryPath()
    let writer = try Database(path: path, mode: .create)
    try writer.run("PRAGMA journal_mode = WAL")
    try writer.run("CREATE TABLE t (n INTEGER) STRICT")
    let reader = try Database(path: path, mode: .readWrite, busyTimeout: 0)
    try writer.write {
        try writer.run("INSERT INTO t VALUES (1)")
        #expect(try reader.first("SELECT count(*) FROM t") { $0.int(0) } == 0)
    }
    #expect(try reader.first("SELECT count(*) FROM t") { $0.int(0) } == 1)
}

@Test("Every kind of value comes back as it was")
func values() throws {
    let database = try table()
    let bytes = (0...255).map { UInt8($0) }
    try database.run("INSERT INTO t (n, text, bytes) VALUES (\(Int.min), \("a\u{0}b‌ی"), \(bytes))")
    try database.run("INSERT INTO t (n, text, bytes) VALUES (\(Int.max), \(nil as String?), \([] as [UInt8]))")
    try database.run("INSERT INTO t (n, text) VALUES (\(true), \("" as String?))")
    let rows = try database.all("SELECT n, text, bytes, typeof(text), typeof(bytes) FROM t ORDER BY n") { row in
        ["\(row.int(0))", row.optionalText(1) ?? "nil", "\(row.bytes(2))", row.text(3), row.text(4)]
    }
    #expect(
        rows == [
            ["\(Int.min)", "a\u{0}b‌ی", "\(bytes)", "text", "blob"], ["1", "", "[]", "text", "null"],
            ["\(Int.max)", "nil", "[]", "null", "blob"],
        ])
    #expect(
        try database.first("SELECT \(nil as Int?), \(0 as Int?), \(false)") {
            [$0.optionalInt(0), $0.optionalInt(1), $0.int(2)]
        } == [nil, 0, 0])
    #expect(try database.first("SELECT n FROM t WHERE n = 5") { $0.int(0) } == nil)
}

@Test("The text of a statement holds no value, also where a condition follows shared text")
func statementText() {
    let injection = "' OR 1=1 --"
    let sql: SQL = "name = \(injection) AND n < \(5)"
    let whole = sql.following("SELECT 1 FROM t WHERE ")
    #expect(whole.text == "SELECT 1 FROM t WHERE name = ? AND n < ?")
    #expect(whole.values == [.text(injection), .integer(5)])
    let literal: SQL = "SELECT ?"
    #expect(literal.values.isEmpty)
}

@Test("Changes and the last id are those of the last statement")
func changes() throws {
    let database = try Database(path: temporaryPath(), mode: .create)
    try database.run("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER) STRICT")
    for n in [7, 8, 9] { try database.run("INSERT INTO t (n) VALUES (\(n))") }
    #expect(database.lastInsertedID == 3)
    try database.run("UPDATE t SET n = 0 WHERE n > 7")
    #expect(database.changes == 2)
    try database.run("UPDATE t SET n = 0 WHERE n > 100")
    #expect(database.changes == 0)
    #expect(try database.first("UPDATE t SET n = 1 RETURNING id") { $0.int(0) } == 1)
    #expect(
        try database.all("SELECT n FROM t") { $0.int(0) } == [1, 1, 1], "all rows are changed, though one was asked for"
    )
}

@Test("A wrong statement is an error that names it", arguments: ["SELEKT 1", "SELECT * FROM none", ""])
func wrongStatements(text: String) throws {
    let database = try table()
    let error = #expect(throws: SQLiteError.self) { try database.run(SQL(stringLiteral: text)) }
    #expect(error?.doing == text)
    #expect(throws: SQLiteError.self) { try database.runScript("CREATE TABLE x (n) STRICT; SELECT 1;") }
}

@Test("Foreign keys are kept")
func foreignKeys() throws {
    let database = try table()
    try database.run("CREATE TABLE child (n INTEGER NOT NULL REFERENCES t (n)) STRICT")
    let error = #expect(throws: SQLiteError.self) { try database.run("INSERT INTO child VALUES (9)") }
    #expect(error?.isConstraint == true)
}

@Test(
    "A file that is read as unchanging may have any name, and cannot be written",
    arguments: ["a?b", "a#b", "a%41b", "a%b", "a&mode=rwc", "نامه", "a b", "a:b", "?immutable=0"])
func oddNames(name: String) throws {
    let path = temporaryPath(name)
    try Database(path: path, mode: .create).runScript("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (5);")
    let database = try Database(path: path, mode: .immutable)
    #expect(try database.first("SELECT n FROM t") { $0.int(0) } == 5)
    #expect(throws: SQLiteError.self) { try database.run("INSERT INTO t VALUES (6)") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: String(path.dropLast(name.count))) == [name])
    #expect(throws: SQLiteError.self) { try Database(path: path + ".none", mode: .immutable) }
}

@Test("The write-ahead log stays when the last connection closes, and is written over after a checkpoint")
func checkpoint() throws {
    let path = temporaryPath()
    func walBytes() -> Int { (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int) ?? -1 }
    do {
        let database = try Database(path: path, mode: .create)
        try database.run("PRAGMA journal_mode = WAL")
        try database.run("CREATE TABLE t (n INTEGER)")
    }
    let length = walBytes()
    #expect(length > 0)
    let database = try Database(path: path, mode: .readWrite)
    #expect(try database.first("SELECT count(*) FROM t") { $0.int(0) } == 0)
    try database.checkpoint()
    try database.run("INSERT INTO t VALUES (1)")
    #expect(walBytes() == length)
}
