/// What SQLite answered where it did not do as asked.
public struct SQLiteError: Error, Equatable, CustomStringConvertible {
    /// The extended result code, from <https://sqlite.org/rescode.html>.
    public let code: Int32
    /// SQLite's own words; values of rows are never in them.
    public let message: String
    /// What was being done: a path or the statement with its placeholders.
    public let doing: String

    init(code: Int32, message: String, doing: String) {
        self.code = code
        self.message = message
        self.doing = doing
    }

    /// A uniqueness, foreign key, check or not-null rule of the schema refused the change.
    public var isConstraint: Bool { code & 0xff == 19 }

    /// Another process held the write lock for longer than the busy timeout.
    public var isBusy: Bool { code & 0xff == 5 }

    /// The message, the code and what was being done.
    public var description: String { "SQLite: \(message) (\(code)) in: \(doing)" }
}
