import SQLite
import Secrets
import Store

extension Check {
    /// The audit's chain is whole: no line was changed, taken out or cut off.
    static let audit = Check("audit") { examination in
        guard let key = examination.key else { return [] }
        return try examination.read { database in
            var chain = ChainReading(seals: AuditSeal(key: key), heads: AuditHeads(examination))
            var end = Int.min
            while let lines = try lines(after: end, in: database) {
                for line in lines { try chain.take(line.id, line.line, line.seal, database) }
                end = lines.last?.id ?? end
            }
            let last = try database.first("SELECT seq FROM sqlite_sequence WHERE name = 'event'") { $0.int(0) }
            return chain.end(last: last ?? 0)
        }
    }
}

private typealias SealedLine = (id: Int, line: AuditSeal.Line, seal: [UInt8])

/// Some thousand lines, so that memory stays small however long the audit is; nil at its end.
private func lines(after id: Int, in database: Database) throws -> [SealedLine]? {
    let lines = try database.all(
        """
        SELECT event.id, letter, at, kind, staff.name, text, document, facts, seal
        FROM event LEFT JOIN staff ON staff.id = event.staff WHERE event.id > \(id) ORDER BY event.id LIMIT 10000
        """
    ) { row -> SealedLine in
        let line = AuditSeal.Line(
            letter: row.optionalInt(1), at: row.int(2), kind: row.text(3), staff: row.optionalText(4),
            text: row.text(5), document: row.optionalInt(6), facts: row.bytes(7))
        return (id: row.int(0), line: line, seal: row.bytes(8))
    }
    return lines.isEmpty ? nil : lines
}

/// Goes along the chain, line by line.
private struct ChainReading {
    let seals: AuditSeal
    var heads: AuditHeads
    private var previous = AuditHead(event: 0, seal: AuditSeal.beginning)
    private var findings: [Finding] = []

    init(seals: AuditSeal, heads: AuditHeads) {
        self.seals = seals
        self.heads = heads
    }

    mutating func take(_ id: Int, _ line: AuditSeal.Line, _ seal: [UInt8], _ database: Database) throws {
        let what = line.letter.map { "(\(line.kind), letter \($0))" } ?? "(\(line.kind))"
        guard id > 0 else { return note(id, "\(what) has a number that no line gets") }
        if id != previous.event + 1 {
            // What stood before this line is gone, so its own seal cannot be judged.
            findings.append(missing(previous.event + 1, id - 1))
        } else if !SecretKey.areEqual(seals.seal(line, after: previous.seal), seal) {
            note(id, "\(what) was changed, or does not follow the line before it")
        }
        let facts = try seals.facts(of: line, in: database)
        if facts != line.facts { note(id, "\(what) tells of something that was changed since") }
        previous = AuditHead(event: id, seal: seal)
        heads.compare(with: previous)
    }

    mutating func end(last: Int) -> [Finding] {
        if last > previous.event { findings.append(missing(previous.event + 1, last)) }
        return findings + heads.findings(end: previous.event)
    }

    private mutating func note(_ id: Int, _ problem: String) {
        findings.append(Finding("audit line \(id)", problem, Self.remedy))
    }

    private func missing(_ first: Int, _ last: Int) -> Finding {
        Finding("audit line \(first)", "is missing\(last > first ? ", and all up to \(last)" : "")", Self.remedy)
    }

    static let remedy =
        "find out who wrote to the database, and compare with a backup: pishkhan restore FILE --home DIR"
}
