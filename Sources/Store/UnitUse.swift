import SQLite

/// What of a desk hangs on a unit: letters with which it is not done, and the accounts of its clerks.
public struct UnitUse: Equatable, Sendable {
    /// The unit's id.
    public let unit: String
    /// The unit's title as one of its letters has it; empty where it has none.
    public let title: String
    /// How many of its letters wait for a review.
    public let underReview: Int
    /// How many of its letters are accepted and have no reply.
    public let unanswered: Int
    /// The names of its clerks' accounts that are not disabled.
    public let clerks: [String]
}

extension DataFolder {
    /// What hangs on units that a portal no longer has, by their ids; units on which nothing hangs are left out.
    ///
    /// Of the letters, one of each unit is looked at, and those of the units that are gone are counted in the index: it
    /// costs nothing by the number of the others. Nothing is written.
    ///
    /// - Parameter known: the ids of the units that the portal has.
    public func use(ofUnitsBesides known: Set<String>) throws -> [UnitUse] {
        let database = try Database(path: database, mode: .readOnly)
        guard try Store.version(of: database, at: self.database) == Schema.version else { return [] }
        var clerks: [String: [String]] = [:]
        try database.all("SELECT name, units FROM staff WHERE disabled = 0 AND role = 'clerk' ORDER BY name") { row in
            (name: row.text(0), units: row.text(1).split(separator: " ").map(String.init))
        }.forEach { clerk in
            for unit in clerk.units { clerks[unit, default: []].append(clerk.name) }
        }
        let used = try Self.unitsWithLetters(in: database)
        return try Set(used).union(clerks.keys).subtracting(known).sorted().compactMap { unit in
            let use = try Self.use(of: unit, clerks: clerks[unit] ?? [], in: database)
            return use.underReview + use.unanswered + use.clerks.count == 0 ? nil : use
        }
    }

    /// Goes from each unit to the next one in the index of letters by unit.
    private static func unitsWithLetters(in database: Database) throws -> [String] {
        try database.all(
            """
            WITH RECURSIVE used (unit) AS (
                SELECT min(unit) FROM letter
                UNION ALL SELECT (SELECT min(unit) FROM letter WHERE unit > used.unit) FROM used WHERE unit IS NOT NULL)
            SELECT unit FROM used WHERE unit IS NOT NULL
            """
        ) { $0.text(0) }
    }

    private static func use(of unit: String, clerks: [String], in database: Database) throws -> UnitUse {
        let found = try database.first(
            """
            SELECT (SELECT unitTitle FROM letter WHERE unit = \(unit) LIMIT 1),
                (SELECT count(*) FROM letter WHERE unit = \(unit) AND state = 'underReview'),
                (SELECT count(*) FROM letter WHERE unit = \(unit) AND state = 'accepted'
                    AND NOT EXISTS (SELECT 1 FROM document WHERE letter = letter.id AND role = 'reply'))
            """
        ) { (title: $0.text(0), underReview: $0.int(1), unanswered: $0.int(2)) }
        return UnitUse(
            unit: unit, title: found?.title ?? "", underReview: found?.underReview ?? 0,
            unanswered: found?.unanswered ?? 0, clerks: clerks)
    }
}
