import CSQLite

/// Prepared statements of a connection that are at rest, by their text: preparing one takes longer than most take to run.
@usableFromInline
final class KeptStatements {
    /// The statements of a program are few; what is composed at run time must not pile up.
    private static let most = 200

    private var resting: [String: OpaquePointer] = [:]

    /// A statement that nobody else uses meanwhile; nil where none of this text is at rest.
    func take(_ sql: String) -> OpaquePointer? { resting.removeValue(forKey: sql) }

    /// Takes a statement back, without its values.
    func put(_ statement: OpaquePointer, _ sql: String) {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        guard resting.count < Self.most, resting[sql] == nil else {
            sqlite3_finalize(statement)
            return
        }
        resting[sql] = statement
    }

    deinit {
        for statement in resting.values { sqlite3_finalize(statement) }
    }
}
