import Glibc
import Testing

@testable import SQLite

@Test("Interpolated values are bound, whatever is in them", arguments: ["x'); DROP TABLE t; --", "\u{0}", "", "«»"])
func valuesAreBound(text: String) throws {
    let database = try Database(path: temporaryPath(), mode: .create)
    try database.run("CREATE TABLE t (text TEXT NOT NULL) STRICT")
    try database.run("INSERT INTO t (text) VALUES (\(text))")
    #expect(try database.first("SELECT text FROM t WHERE text = \(text)") { $0.text(0) } == text)
}

@Test("An empty blob and an empty text are not NULL")
func emptyIsNotNull() throws {
    let database = try Database(path: temporaryPath(), mode: .create)
    let bytes: [UInt8] = []
    #expect(
        try database.first("SELECT typeof(\(bytes)), typeof(\("")), typeof(\(nil as Int?))") {
            [$0.text(0), $0.text(1), $0.text(2)]
        } == ["blob", "text", "null"])
}

@Test("A transaction that throws leaves nothing")
func rollback() throws {
    struct Stop: Error {}
    let database = try Database(path: temporaryPath(), mode: .create)
    try database.run("CREATE TABLE t (n INTEGER)")
    #expect(throws: Stop.self) {
        try database.write {
            try database.run("INSERT INTO t VALUES (1)")
            throw Stop()
        }
    }
    #expect(try database.first("SELECT count(*) FROM t") { $0.int(0) } == 0)
    try database.write { try database.run("INSERT INTO t VALUES (2)") }
    #expect(try database.first("SELECT n FROM t") { $0.int(0) } == 2)
}

@Test("A writer that finds the lock taken for longer than its patience is told so")
func busy() throws {
    let path = temporaryPath()
    let one = try Database(path: path, mode: .create)
    try one.run("PRAGMA journal_mode = WAL")
    try one.run("CREATE TABLE t (n INTEGER)")
    let other = try Database(path: path, mode: .readWrite, busyTimeout: 50)
    try one.write {
        let error = #expect(throws: SQLiteError.self) { try other.write { try other.run("INSERT INTO t VALUES (1)") } }
        #expect(error?.isBusy == true)
    }
}

@Test("A missing file is not made, and an immutable one may have any name")
func names() throws {
    #expect(throws: SQLiteError.self) { try Database(path: temporaryPath(), mode: .readWrite) }
    let path = temporaryPath("a ?b#c%41.sqlite")
    try Database(path: path, mode: .create).run("CREATE TABLE t (n INTEGER)")
    #expect(try Database(path: path, mode: .immutable).first("SELECT count(*) FROM t") { $0.int(0) } == 0)
}

@Test("A commit is synced unless the connection asked for less", arguments: [(true, 2), (false, 1)])
func synchronous(isDurable: Bool, level: Int) throws {
    let database = try Database(path: temporaryPath(), mode: .create, isDurable: isDurable)
    #expect(try database.first("PRAGMA synchronous") { $0.int(0) } == level)
}

@Test("A file that nobody changes is read where it is mapped")
func mapped() throws {
    let path = temporaryPath()
    try Database(path: path, mode: .create).run("CREATE TABLE t (n INTEGER)")
    #expect(try Database(path: path, mode: .immutable).first("PRAGMA mmap_size") { $0.int(0) } ?? 0 > 0)
    #expect(try Database(path: path, mode: .readWrite).first("PRAGMA mmap_size") { $0.int(0) } == 0)
}

@Test("Rows that cannot be read are left out of a list")
func unreadableRows() throws {
    let database = try Database(path: temporaryPath(), mode: .create)
    let read = try database.all("VALUES (1), (2), (3)") { row in row.int(0) == 2 ? nil : row.int(0) }
    #expect(read == [1, 3])
}

@Test("A text in a column is another as soon as one byte is, and NULL is the empty one")
func textInColumn() throws {
    let database = try Database(path: temporaryPath(), mode: .create)
    func agree(_ stored: String?, _ text: String) throws -> Bool? {
        try database.first("SELECT \(stored)") { $0.text(0, is: text) }
    }
    for text in ["", "a", "underReview", "دفتر ریاست دانشگاه", "a\u{0}b"] {
        #expect(try agree(text, text) == true)
        #expect(try agree(text, text + "a") == false)
        #expect(try agree(text + "b", text + "a") == false)
        #expect(try agree(nil, text) == text.isEmpty)
    }
}
