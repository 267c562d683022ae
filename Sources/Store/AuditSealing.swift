import SQLite
import Secrets

extension Store {
    /// Seals all lines of the audit with a key, as they are now; only within a transaction.
    ///
    /// - Parameter check: looks at each line, with the values that it tells of and its present seal, before that is replaced.
    /// - Returns: how many lines there are.
    static func sealAudit(
        in database: Database, with key: SecretKey,
        check: (_ id: Int, _ line: AuditSeal.Line, _ values: [[UInt8]]?, _ seal: [UInt8]) throws -> Void = {
            _, _, _, _ in
        }
    ) throws -> Int {
        let seals = AuditSeal(key: key)
        var (previous, end, count) = (AuditSeal.beginning, Int.min, 0)
        while true {
            let lines = try lines(after: end, in: database)
            guard let last = lines.last else { return count }
            for (id, line, seal) in lines {
                let values = try seals.values(of: line, in: database)
                try check(id, line, values, seal)
                var sealed = line
                sealed.facts = seals.facts(values)
                previous = seals.seal(sealed, after: previous)
                try database.run("UPDATE event SET facts = \(sealed.facts), seal = \(previous) WHERE id = \(id)")
            }
            (end, count) = (last.id, count + lines.count)
        }
    }

    /// Some thousand lines, so that memory stays small however long the audit is.
    private static func lines(
        after id: Int, in database: Database
    ) throws -> [(id: Int, line: AuditSeal.Line, seal: [UInt8])] {
        try database.all(
            """
            SELECT event.id, letter, at, kind, staff.name, text, document, facts, seal
            FROM event LEFT JOIN staff ON staff.id = event.staff WHERE event.id > \(id) ORDER BY event.id LIMIT 10000
            """
        ) { row in
            let line = AuditSeal.Line(
                letter: row.optionalInt(1), at: row.int(2), kind: row.text(3), staff: row.optionalText(4),
                text: row.text(5), document: row.optionalInt(6), facts: row.bytes(7))
            return (id: row.int(0), line: line, seal: row.bytes(8))
        }
    }
}

/// Goes along the audit's chain and stops at the first line that is not what it was: nothing may be sealed anew over it.
struct AuditProof {
    private let seals: AuditSeal
    private let kept: AuditHead
    private let keptAt: String
    private var previous = AuditHead(event: 0, seal: AuditSeal.beginning)
    private var isKeptFound = false

    /// - Parameters:
    ///   - key: what the chain was sealed with.
    ///   - folder: where the end that the worker has seen is kept.
    /// - Throws: `AuditFault` where that is missing.
    init(key: SecretKey, folder: DataFolder) throws {
        seals = AuditSeal(key: key)
        keptAt = folder.auditHead
        kept = try Store.keptAuditHead(folder)
        isKeptFound = kept == previous
    }

    mutating func take(_ id: Int, _ line: AuditSeal.Line, _ values: [[UInt8]]?, _ seal: [UInt8]) throws(AuditFault) {
        guard id == previous.event + 1, SecretKey.areEqual(seals.seal(line, after: previous.seal), seal),
            SecretKey.areEqual(seals.facts(values), line.facts)
        else { throw .broken(line: previous.event + 1) }
        previous = AuditHead(event: id, seal: seal)
        isKeptFound = isKeptFound || previous == kept
    }

    /// - Parameter last: the number that SQLite has given last.
    func end(last: Int) throws(AuditFault) {
        guard last <= previous.event else { throw .broken(line: previous.event + 1) }
        guard isKeptFound else { throw .headDisagrees(path: keptAt) }
    }
}
