extension Database {
    /// Writes the database, as it is at one moment, into a file that is new or empty; no writer waits for it.
    ///
    /// What was deleted is not in the copy, not even as remains in unused pages. The copy is not durable yet.
    public func copy(to path: String) throws(SQLiteError) { try run("VACUUM INTO \(path)") }
}
