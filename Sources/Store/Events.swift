import Desk
import SQLite

extension Store {
    /// Writes an event with its seal; only within the transaction of what it tells, and after all else of it.
    func addEvent(
        _ kind: Event.Kind, letter: Int?, by member: StaffMember?, text: String = "", document: Int? = nil, now: Int
    ) throws {
        let seals = AuditSeal(key: key)
        var line = AuditSeal.Line(
            letter: letter, at: now, kind: kind.rawValue, staff: member?.name, text: text, document: document)
        line.facts = try seals.facts(of: line, in: database)
        let seal = seals.seal(line, after: try auditHead().seal)
        try database.run(
            """
            INSERT INTO event (letter, at, kind, staff, text, document, facts, seal)
            VALUES (\(letter), \(now), \(kind.rawValue), \(member?.id), \(text), \(document), \(line.facts), \(seal))
            """)
    }

    /// A letter's history, oldest first.
    public func events(of letter: Letter) throws -> [Event] {
        try database.all(
            """
            SELECT event.id, letter, at, kind, staff.name, text, document
            FROM event LEFT JOIN staff ON staff.id = event.staff WHERE letter = \(letter.id) ORDER BY event.id
            """, event
        )
    }

    func event(_ row: Row) -> Event? {
        Event.Kind(rawValue: row.text(3)).map { kind in
            Event(
                id: row.int(0), letter: row.optionalInt(1), at: row.int(2), kind: kind, staff: row.optionalText(4),
                text: row.text(5), document: row.optionalInt(6))
        }
    }
}
