import CSQLite

/// Prepares SQLite for a program of one thread that answers one request and ends: each page of memory that it does not
/// touch is a page that the kernel need not clear. Call it before the first database is opened.
public func useSQLiteSparingly() { pishkhan_spare() }
