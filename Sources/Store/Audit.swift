import Desk
import SQLite

extension Store {
    /// Lines of the audit, newest first; what it costs depends on how many are asked for, not on how many there are.
    public func audit(_ filter: AuditFilter = AuditFilter(), before id: Int?, limit: Int) throws -> [Event] {
        let (since, until) = (filter.since ?? .min, filter.until ?? .max)
        if let letter = filter.letter {
            return try lines(
                """
                letter = \(letter) AND (\(filter.person) IS NULL OR staff.name = \(filter.person))
                AND at >= \(since) AND at < \(until) AND event.id < \(id ?? .max) ORDER BY event.id DESC LIMIT \(limit)
                """)
        }
        let ids = try idsOfLines(since: since, until: until)
        let last = min(ids.upperBound, id ?? .max)
        if let person = filter.person {
            let account = try database.first("SELECT id FROM staff WHERE name = \(person)") { $0.int(0) }
            guard let account else { return [] }
            return try lines(
                """
                event.staff = \(account) AND event.id >= \(ids.lowerBound) AND event.id < \(last)
                AND at >= \(since) AND at < \(until) ORDER BY event.id DESC LIMIT \(limit)
                """)
        }
        return try lines(
            """
            event.id >= \(ids.lowerBound) AND event.id < \(last) AND at >= \(since) AND at < \(until)
            ORDER BY event.id DESC LIMIT \(limit)
            """)
    }

    /// The names of all accounts, in their order.
    public func staffNames() throws -> [String] {
        try database.all("SELECT name FROM staff ORDER BY name") { $0.text(0) }
    }

    private func lines(_ condition: SQL) throws -> [Event] {
        try database.all(
            condition.following(
                "SELECT event.id, letter, at, kind, staff.name, text, document "
                    + "FROM event LEFT JOIN staff ON staff.id = event.staff WHERE "), event
        )
    }

    /// Seconds by which a clock that is set anew may have been wrong while lines were written.
    private static let clockTolerance = 86_400

    /// Ids between which all lines of a span of time lie: numbers rise with time, so there is no index of times.
    private func idsOfLines(since: Int, until: Int) throws -> Range<Int> {
        let first = since == .min ? 0 : try idOfLine(notBefore: since - Self.clockTolerance)
        let end = until == .max ? Int.max : try idOfLine(notBefore: until + Self.clockTolerance)
        return first..<max(first, end)
    }

    /// By halving; lines whose time is outside that of the lines around them (the clock was at 1970) are passed over.
    private func idOfLine(notBefore moment: Int) throws -> Int {
        let ends = try [
            "SELECT id, at FROM event ORDER BY id LIMIT 1", "SELECT id, at FROM event ORDER BY id DESC LIMIT 1",
        ]
        .map { (sql: SQL) in try database.first(sql) { (id: $0.int(0), at: $0.int(1)) } }
        guard let oldest = ends[0], let newest = ends[1] else { return 0 }
        var (low, high) = (0, newest.id + 1)
        var (floor, ceiling) = (Int.min, Int.max)
        if oldest.at <= newest.at {
            (floor, ceiling) = (oldest.at - Self.clockTolerance, newest.at + Self.clockTolerance)
        }
        while low < high {
            let middle = low + (high - low) / 2
            let line = try database.first(
                """
                SELECT id, at FROM event
                WHERE id >= \(middle) AND id < \(high) AND at BETWEEN \(floor) AND \(ceiling) ORDER BY id LIMIT 1
                """
            ) { (id: $0.int(0), at: $0.int(1)) }
            if let line, line.at < moment {
                low = line.id + 1
                floor = line.at - Self.clockTolerance
            } else {
                high = middle
                if let line { ceiling = line.at + Self.clockTolerance }
            }
        }
        return low
    }
}
