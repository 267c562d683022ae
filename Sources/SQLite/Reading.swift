extension Database {
    /// Runs `body` in one reading transaction: all that it reads is as it was at one moment, and no writer waits for it.
    public func read<Value>(_ body: () throws -> Value) throws -> Value {
        try beginReading()
        defer { endReading() }
        return try body()
    }

    /// Begins a reading transaction, unless one is open: until it ends, all that is read is as it was at one moment, and the
    /// locks that reading takes are taken once. The first statement that writes ends it.
    ///
    /// No writer waits for it, but what is written meanwhile stays in the write-ahead log: end it soon.
    public func beginReading() throws(SQLiteError) {
        guard !isReading, !isInTransaction else { return }
        try run("BEGIN")
        isReading = true
    }

    /// Ends the reading transaction, if there is one.
    public func endReading() {
        guard isReading else { return }
        isReading = false
        try? run("COMMIT")
    }
}
