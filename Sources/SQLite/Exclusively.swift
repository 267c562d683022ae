extension Database {
    /// Lets nobody else open the database from the first access on until this connection closes: that access waits until
    /// no other connection is open, for the busy timeout at most, and is busy then.
    ///
    /// Call it before anything is read. A connection to a database with a write-ahead log holds a shared lock of the file
    /// from its first access until it closes, not only while it reads (<https://sqlite.org/wal.html>, section 6).
    public func keepOthersOut() throws(SQLiteError) { try run("PRAGMA locking_mode = EXCLUSIVE") }
}
