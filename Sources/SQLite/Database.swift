import CSQLite

/// A connection to one SQLite file; not to be shared between threads.
///
/// What is generic here can be inlined into other modules: at run time Swift would first have to make the type of each
/// kind of row, at every request anew.
public final class Database {
    /// How a file is opened.
    public enum Mode: Sendable {
        /// Reads a file that nobody changes while it is open: no locks are taken (`immutable=1`).
        case immutable
        /// Reads a file that others write meanwhile.
        case readOnly
        /// Reads and writes a file that must exist already.
        case readWrite
        /// Makes the file where there is none.
        case create
    }

    let handle: OpaquePointer
    private let statements: KeptStatements?
    private(set) var isInTransaction = false
    var isReading = false

    /// Opens a database file.
    ///
    /// Writers wait for each other for `busyTimeout` milliseconds. A write-ahead log is kept when the connection closes,
    /// so that closing does not checkpoint: `checkpoint()` does.
    ///
    /// - Parameters:
    ///   - isDurable: whether a commit is on disk when it returns; otherwise a power cut may take the last ones.
    ///   - keepsStatements: whether what was prepared once stays prepared, for a connection that is used again and again.
    public init(
        path: String, mode: Mode, busyTimeout: Int32 = 5_000, isDurable: Bool = true, keepsStatements: Bool = false
    ) throws(SQLiteError) {
        let flags =
            switch mode {
            case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        let name = mode == .immutable ? "file:\(Self.uriPath(path))?immutable=1" : path
        var opened: OpaquePointer?
        let vfs = mode == .immutable || !Self.hasKeptLog ? nil : "kept-log"
        let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs)
        guard code == SQLITE_OK, let opened else {
            let error = Statement.error(code, opened, path)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        statements = keepsStatements ? KeptStatements() : nil
        pishkhan_set_patience(handle, busyTimeout)
        if mode == .immutable {
            // Nobody changes or shortens the file, so its pages can be read where it is mapped, without copies.
            try run("PRAGMA mmap_size = 268435456")
        } else {
            let code = pishkhan_set_up(handle)
            guard code == SQLITE_OK else { throw Statement.error(code, handle, path) }
            // SQLite's default, FULL, syncs the write-ahead log at each commit; NORMAL only when it is moved into the
            // database.
            if !isDurable { try run("PRAGMA synchronous = NORMAL") }
        }
    }

    /// Statements that are kept are finalised after this; SQLite waits for them.
    deinit { sqlite3_close_v2(handle) }

    private static let hasKeptLog = pishkhan_register_kept_log() == SQLITE_OK

    /// The row id of the last INSERT on this connection.
    public var lastInsertedID: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// How many rows the last statement changed.
    public var changes: Int { Int(sqlite3_changes64(handle)) }

    /// A statement that is ready to run. One that writes does not begin on what an open reading transaction sees: others may
    /// have written since, and SQLite would refuse it.
    @usableFromInline
    func prepared(_ sql: SQL) throws(SQLiteError) -> Statement {
        let statement = try Statement(sql, in: handle, keptIn: statements)
        if isReading, statement.writes { endReading() }
        return statement
    }

    /// Carries out a statement and throws its rows away.
    public func run(_ sql: SQL) throws(SQLiteError) {
        let statement = try prepared(sql)
        while try statement.next() != nil {}
    }

    /// Carries out several statements separated by semicolons, as a schema has them.
    public func runScript(_ sql: String) throws(SQLiteError) {
        endReading()
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw Statement.error(code, handle, "script") }
    }

    /// The rows of a query, each read by `read`; those for which it answers nil are left out.
    @inlinable
    public func all<Value>(_ sql: SQL, _ read: (Row) throws(SQLiteError) -> Value?) throws(SQLiteError) -> [Value] {
        let statement = try prepared(sql)
        var values: [Value] = []
        while let row = try statement.next() {
            if let value = try read(row) { values.append(value) }
        }
        return values
    }

    /// The first row of a query, or nil.
    @inlinable
    public func first<Value>(_ sql: SQL, _ read: (Row) throws(SQLiteError) -> Value) throws(SQLiteError) -> Value? {
        let statement = try prepared(sql)
        guard let row = try statement.next() else { return nil }
        let value = try read(row)
        // A statement with RETURNING has done all its work only after its last row.
        while try statement.next() != nil {}
        return value
    }

    /// Runs `body` in one writing transaction: all of it is kept, or nothing where it throws.
    ///
    /// It begins IMMEDIATE: a transaction that reads first and writes later fails under load instead of waiting.
    /// Transactions do not nest: an inner call joins the outer one.
    public func write<Value>(_ body: () throws -> Value) throws -> Value {
        if isInTransaction { return try body() }
        try run("BEGIN IMMEDIATE")
        isInTransaction = true
        defer { isInTransaction = false }
        do {
            let value = try body()
            try run("COMMIT")
            return value
        } catch {
            // A failed COMMIT may have rolled back already; there is then nothing more to undo.
            if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
            throw error
        }
    }

    /// Moves what the write-ahead log holds into the database file; the log keeps its length and is written over.
    public func checkpoint() throws(SQLiteError) {
        try run("PRAGMA wal_checkpoint(PASSIVE)")
    }

    /// Escapes what has a meaning in a URI filename (<https://sqlite.org/uri.html>).
    private static func uriPath(_ path: String) -> String {
        var escaped = ""
        for character in path.unicodeScalars {
            switch character {
            case "%": escaped += "%25"
            case "?": escaped += "%3f"
            case "#": escaped += "%23"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
