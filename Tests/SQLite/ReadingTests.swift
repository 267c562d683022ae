import Testing

@testable import SQLite

/// Two connections to a table with one row, 1.
private func twoConnections() throws -> (Database, Database) {
    let path = temporaryPath()
    let one = try Database(path: path, mode: .create, busyTimeout: 50)
    try one.run("PRAGMA journal_mode = WAL")
    try one.run("CREATE TABLE t (n INTEGER NOT NULL) STRICT")
    try one.run("INSERT INTO t VALUES (1)")
    return (one, try Database(path: path, mode: .readWrite, busyTimeout: 50))
}

private func numbers(_ database: Database) throws -> [Int] {
    try database.all("SELECT n FROM t ORDER BY n") { $0.int(0) }
}

@Test("What is written meanwhile is seen when the reading transaction has ended")
func readingSeesOneMoment() throws {
    let (reader, writer) = try twoConnections()
    try reader.beginReading()
    #expect(try numbers(reader) == [1])
    try writer.run("INSERT INTO t VALUES (2)")
    #expect(try numbers(reader) == [1])
    // A second call begins nothing new.
    try reader.beginReading()
    #expect(try numbers(reader) == [1])
    reader.endReading()
    #expect(try numbers(reader) == [1, 2])
    reader.endReading()
}

@Test(
    "A statement that writes ends the reading transaction, and is not refused for what others have written since",
    arguments: [
        { (database: Database) in try database.run("INSERT INTO t VALUES (3)") },
        { database in try database.write { try database.run("INSERT INTO t VALUES (3)") } },
        { database in _ = try database.first("INSERT INTO t VALUES (3) RETURNING n") { $0.int(0) } },
        { database in try database.runScript("INSERT INTO t VALUES (3)") },
    ] as [@Sendable (Database) throws -> Void])
func writingEndsReading(write: @Sendable (Database) throws -> Void) throws {
    let (reader, writer) = try twoConnections()
    try reader.beginReading()
    #expect(try numbers(reader) == [1])
    try writer.run("INSERT INTO t VALUES (2)")
    try write(reader)
    #expect(try numbers(writer) == [1, 2, 3])
    try writer.run("INSERT INTO t VALUES (4)")
    #expect(try numbers(reader) == [1, 2, 3, 4])
}

@Test("Inside a writing transaction no reading one begins, and what was written stays")
func noReadingInsideWriting() throws {
    let (one, other) = try twoConnections()
    try one.write {
        try one.run("INSERT INTO t VALUES (2)")
        let seen = try one.read { try numbers(one) }
        #expect(seen == [1, 2])
        try one.run("INSERT INTO t VALUES (3)")
        #expect(try numbers(other) == [1])
    }
    #expect(try numbers(other) == [1, 2, 3])
}
