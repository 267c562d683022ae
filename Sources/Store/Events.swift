import Desk
import SQLite

extension Store {
    /// Writes an event; only within the transaction of what it tells.
    func addEvent(
        _ kind: Event.Kind, letter: Int?, by member: StaffMember?, text: String = "", document: Int? = nil, now: Int
    ) throws {
        try database.run(
            """
            INSERT INTO event (letter, at, kind, staff, text, document)
            VALUES (\(letter), \(now), \(kind.rawValue), \(member?.id), \(text), \(document))
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

    /// All events, newest first.
    public func audit(before id: Int?, limit: Int) throws -> [Event] {
        try database.all(
            """
            SELECT event.id, letter, at, kind, staff.name, text, document
            FROM event LEFT JOIN staff ON staff.id = event.staff
            WHERE event.id < \(id ?? .max) ORDER BY event.id DESC LIMIT \(limit)
            """, event
        )
    }

    private func event(_ row: Row) -> Event? {
        Event.Kind(rawValue: row.text(3)).map { kind in
            Event(
                id: row.int(0), letter: row.optionalInt(1), at: row.int(2), kind: kind, staff: row.optionalText(4),
                text: row.text(5), document: row.optionalInt(6))
        }
    }
}
