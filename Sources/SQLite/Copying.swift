extension Database {
    /// Runs `body` in one reading transaction: all that it reads is as it was at one moment, and no writer waits for it.
    public func read<Value>(_ body: () throws -> Value) throws -> Value {
        try run("BEGIN")
        defer { try? run("COMMIT") }
        return try body()
    }

    /// Writes the database, as it is at one moment, into a file that is new or empty; no writer waits for it.
    ///
    /// What was deleted is not in the copy, not even as remains in unused pages. The copy is not durable yet.
    public func copy(to path: String) throws(SQLiteError) { try run("VACUUM INTO \(path)") }
}
