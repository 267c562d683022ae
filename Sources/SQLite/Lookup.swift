/// A query for one row by one value, prepared once and asked several times.
public final class Lookup {
    private let statement: Statement
    // Keeps the connection open for as long as the statement lives.
    private let database: Database

    /// Prepares a query with one `?`.
    public init(_ query: String, in database: Database) throws(SQLiteError) {
        statement = try Statement(SQL(stringLiteral: query), in: database.handle)
        self.database = database
    }

    /// What `read` makes of the row for a value; nil where there is no row.
    public func first<Value>(
        _ value: String, _ read: (Row) throws(SQLiteError) -> Value
    ) throws(SQLiteError) -> Value? {
        try statement.restart([.text(value)])
        guard let row = try statement.next() else { return nil }
        return try read(row)
    }
}
