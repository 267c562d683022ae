import CSQLite

/// Prepared statements of a connection that are at rest, by their text: preparing one takes longer than most take to run.
@usableFromInline
final class KeptStatements {
    /// The statements of a program are few; what is composed at run time must not pile up.
    private static let most = 200

    private struct Kept {
        let sql: String
        let statement: OpaquePointer
        var isResting = true
    }

    /// They are looked for one by one, by the lengths of their texts first: that takes less than the hash of a long text.
    private var all: [Kept] = []

    /// A statement that nobody else uses meanwhile; nil where none of this text is at rest.
    func take(_ sql: String) -> OpaquePointer? {
        let length = sql.utf8.count
        let place = all.firstIndex { $0.isResting && $0.sql.utf8.count == length && $0.sql == sql }
        guard let place else { return nil }
        all[place].isResting = false
        return all[place].statement
    }

    /// Takes a statement back, without its values.
    func put(_ statement: OpaquePointer, _ sql: String) {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        if let place = all.firstIndex(where: { $0.statement == statement }) {
            all[place].isResting = true
        } else if all.count < Self.most, !all.contains(where: { $0.sql == sql }) {
            all.append(Kept(sql: sql, statement: statement))
        } else {
            sqlite3_finalize(statement)
        }
    }

    deinit {
        // Whoever uses one keeps this from going.
        for kept in all { sqlite3_finalize(kept.statement) }
    }
}
