import CSQLite

/// What SQLite answered where it did not do as asked.
public struct SQLiteError: Error, Equatable, CustomStringConvertible {
    /// The extended result code, from <https://sqlite.org/rescode.html>.
    public let code: Int32
    /// SQLite's own words; values of rows are never in them.
    public let message: String
    /// What was being done: a path or the statement with its placeholders.
    public let doing: String
    /// The operating system's number for why a file could not be opened, read or written; of use where ``isDenied``.
    public let systemError: Int32

    init(code: Int32, message: String, doing: String, systemError: Int32 = 0) {
        self.code = code
        self.message = message
        self.doing = doing
        self.systemError = systemError
    }

    /// A uniqueness, foreign key, check or not-null rule of the schema refused the change.
    public var isConstraint: Bool { code & 0xff == 19 }

    /// Another process held the write lock for longer than the busy timeout.
    public var isBusy: Bool { code & 0xff == 5 }

    /// A file could not be opened, read or written.
    public var isDenied: Bool { [SQLITE_PERM, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xff) }

    /// The file may only be read.
    public var isReadOnly: Bool { code & 0xff == SQLITE_READONLY }

    /// The disk is full.
    public var isFull: Bool { code & 0xff == SQLITE_FULL }

    /// The message, the code and what was being done.
    public var description: String { "SQLite: \(message) (\(code)) in: \(doing)" }
}
