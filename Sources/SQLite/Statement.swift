import CSQLite

/// A prepared statement with its values bound; kept or finalised when it goes out of use.
@usableFromInline
struct Statement: ~Copyable {
    private let handle: OpaquePointer
    private let database: OpaquePointer
    private let sql: String
    private let kept: KeptStatements?

    @usableFromInline
    init(_ sql: SQL, in database: OpaquePointer, keptIn kept: KeptStatements?) throws(SQLiteError) {
        handle = try Self.prepare(sql, in: database, kept)
        self.database = database
        self.sql = sql.text
        self.kept = kept
    }

    @usableFromInline
    deinit {
        Self.giveBack(handle, sql, to: kept)
    }

    private static func giveBack(_ handle: OpaquePointer, _ sql: String, to kept: KeptStatements?) {
        if let kept { kept.put(handle, sql) } else { sqlite3_finalize(handle) }
    }

    /// Whether it may change the database file, or begins to.
    var writes: Bool { sqlite3_stmt_readonly(handle) == 0 }

    /// Goes to the next row; nil when there is none.
    @usableFromInline
    borrowing func next() throws(SQLiteError) -> Row? {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return Row(handle: handle)
        case SQLITE_DONE: return nil
        case let code: throw Self.error(code, database, sql)
        }
    }

    private static func prepare(
        _ sql: SQL, in database: OpaquePointer, _ kept: KeptStatements?
    ) throws(SQLiteError) -> OpaquePointer {
        var prepared = kept?.take(sql.text)
        if prepared == nil {
            let code = sqlite3_prepare_v2(database, sql.text, Int32(sql.text.utf8.count), &prepared, nil)
            guard code == SQLITE_OK else { throw error(code, database, sql.text) }
        }
        guard let prepared else { throw error(SQLITE_MISUSE, database, sql.text) }
        let bound = bind(sql.values, to: prepared)
        guard bound == SQLITE_OK else {
            let error = error(bound, database, sql.text)
            giveBack(prepared, sql.text, to: kept)
            throw error
        }
        return prepared
    }

    private static func bind(_ values: [SQLValue], to handle: OpaquePointer) -> Int32 {
        for (index, value) in values.enumerated() {
            let code = bind(value, at: Int32(index + 1), to: handle)
            guard code == SQLITE_OK else { return code }
        }
        return SQLITE_OK
    }

    private static func bind(_ value: SQLValue, at index: Int32, to handle: OpaquePointer) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let number): return sqlite3_bind_int64(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // An empty buffer may have no address, and SQLite reads a null address as NULL.
                    guard let base = characters.baseAddress else { return pishkhan_bind_text(handle, index, "", 0) }
                    return pishkhan_bind_text(handle, index, base, Int32(characters.count))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes { pishkhan_bind_blob(handle, index, $0.baseAddress, Int32($0.count)) }
        }
    }

    static func error(_ code: Int32, _ database: OpaquePointer?, _ doing: String) -> SQLiteError {
        let message = database.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        return SQLiteError(
            code: database.map { sqlite3_extended_errcode($0) } ?? code, message: message, doing: doing,
            systemError: database.map { sqlite3_system_errno($0) } ?? 0)
    }
}
