import Testing

@testable import SQLite

@Test("A kept statement has none of the values and rows of its last use, and the same text can be at work twice")
func keptStatements() throws {
    let database = try Database(path: temporaryPath(), mode: .create, keepsStatements: true)
    try database.runScript("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1), (2), (3)")
    func above(_ number: Int?) throws -> [Int] {
        try database.all("SELECT n FROM t WHERE n > \(number) ORDER BY n") { $0.int(0) }
    }
    #expect(try above(1) == [2, 3])
    #expect(try above(nil) == [])
    #expect(try above(0) == [1, 2, 3])
    // Inside its own rows.
    let nested = try database.all("SELECT n FROM t WHERE n > \(1) ORDER BY n") { row throws(SQLiteError) in
        try database.first("SELECT n FROM t WHERE n > \(row.int(0)) ORDER BY n") { $0.int(0) }
    }
    #expect(nested == [3])
}

@Test("A kept statement follows a table that another connection has changed, and one that failed works again")
func keptStatementAfterChange() throws {
    let path = temporaryPath()
    let database = try Database(path: path, mode: .create, keepsStatements: true)
    try database.runScript("CREATE TABLE t (n INTEGER UNIQUE); INSERT INTO t VALUES (1)")
    #expect(try database.first("SELECT * FROM t") { $0.int(0) } == 1)
    try Database(path: path, mode: .readWrite).runScript("ALTER TABLE t ADD COLUMN m INTEGER NOT NULL DEFAULT 7")
    #expect(try database.first("SELECT * FROM t") { $0.int(1) } == 7)
    for number in [1, 2] {
        if number == 1 {
            #expect(throws: SQLiteError.self) { try database.run("INSERT INTO t (n) VALUES (\(number))") }
        } else {
            try database.run("INSERT INTO t (n) VALUES (\(number))")
        }
    }
    #expect(try database.first("SELECT count(*) FROM t") { $0.int(0) } == 2)
}

@Test(
    "A statement whose values cannot be bound is given back whole: it fails as well when it is tried again, and others work"
)
func keptStatementThatCannotBeBound() throws {
    let database = try Database(path: temporaryPath(), mode: .create, keepsStatements: true)
    for _ in 1...3 {
        // The place of the value lies in a text, where it is none.
        #expect(throws: SQLiteError.self) { try database.first("SELECT '\(1)'") { $0.text(0) } }
        #expect(try database.first("SELECT \(2)") { $0.int(0) } == 2)
    }
}

@Test("Statements beyond those that are kept work all the same")
func moreThanAreKept() throws {
    let database = try Database(path: temporaryPath(), mode: .create, keepsStatements: true)
    for round in 1...2 {
        for number in 1...300 {
            let sql = SQL(stringLiteral: "SELECT \(number) + \(round)")
            #expect(try database.first(sql) { $0.int(0) } == number + round)
        }
    }
}

@Test("A pragma that takes effect where it is prepared takes it each time, as a script, beside kept statements")
func pragmaAgainAndAgain() throws {
    let database = try Database(path: temporaryPath(), mode: .create, keepsStatements: true)
    func level(_ sql: SQL) throws -> Int? { try database.first(sql) { $0.int(0) } }
    for (name, number) in [("NORMAL", 1), ("FULL", 2), ("NORMAL", 1), ("FULL", 2)] {
        try database.runScript("PRAGMA synchronous = \(name)")
        // Another text each time: an answer is prepared with the statement too.
        #expect(try level(SQL(stringLiteral: "PRAGMA synchronous -- \(Int.random(in: 0...(.max)))")) == number)
    }
}
