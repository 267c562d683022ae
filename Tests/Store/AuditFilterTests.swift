import Desk
import SQLite
import Testing

@testable import Store

/// A desk with 400 lines, an hour apart from 1,000,000 on, of five letters and three accounts.
private func deskWithLines() throws -> TestDesk {
    let desk = try TestDesk()
    let database = desk.store.database
    try desk.store.write {
        for id in 1...3 {
            try database.run(
                "INSERT INTO staff (id, name, role, password, mustChange, created) VALUES (\(id), \("person\(id)"), '', '', 0, 0)"
            )
        }
        for line in 0..<400 {
            let letter: Int? = line % 6 == 0 ? nil : line % 6
            let staff: Int? = line % 4 == 0 ? nil : line % 4
            try database.run(
                "INSERT INTO event (letter, at, kind, staff) VALUES (NULL, \(1_000_000 + line * 3_600), 'statusAdded', \(staff))"
            )
            try database.runScript("PRAGMA defer_foreign_keys = ON")
            if let letter { try database.run("UPDATE event SET text = \(String(letter)) WHERE id = \(line + 1)") }
        }
    }
    try database.runScript("PRAGMA foreign_keys = OFF; UPDATE event SET letter = text WHERE text <> ''")
    return desk
}

private struct Line: Equatable {
    let id: Int
    let at: Int
    let letter: Int?
    let staff: String?
}

@Test(
    "Every filter finds the lines that a look at each line finds, page after page, even beside lines of a wrong clock")
func filters() throws {
    let desk = try deskWithLines()
    // A clock that stood at 1970 for some lines, and one that ran ahead: what they say of themselves is beside the point.
    let misdated = Set(150...155).union([301])
    try desk.store.database.runScript(
        "UPDATE event SET at = id WHERE id BETWEEN 150 AND 155; UPDATE event SET at = 4000000000 WHERE id = 301")
    let all = try desk.store.database.all(
        "SELECT event.id, at, letter, staff.name FROM event LEFT JOIN staff ON staff.id = staff ORDER BY event.id DESC"
    ) { Line(id: $0.int(0), at: $0.int(1), letter: $0.optionalInt(2), staff: $0.optionalText(3)) }
    let moments: [Int?] = [nil, 0, 1_000_000, 1_000_001, 1_500_000, 1_936_400, 2_436_400, 2_500_000]
    for letter in [nil, 3, 9] {
        for person in [nil, "person2", "nobody"] {
            for since in moments {
                for until in moments {
                    var filter = AuditFilter()
                    (filter.letter, filter.person, filter.since, filter.until) = (letter, person, since, until)
                    let wanted = all.filter { line in
                        (letter == nil || line.letter == letter) && (person == nil || line.staff == person)
                            && line.at >= since ?? .min && line.at < until ?? .max
                    }
                    let found = try pages(of: filter, desk)
                    #expect(
                        found.filter { !misdated.contains($0) } == wanted.map(\.id).filter { !misdated.contains($0) },
                        "\(filter)")
                    #expect(since != nil || until != nil || found == wanted.map(\.id))
                    #expect(Set(found).isSubset(of: wanted.map(\.id)))
                }
            }
        }
    }
}

private func pages(of filter: AuditFilter, _ desk: TestDesk) throws -> [Int] {
    var found: [Int] = []
    while true {
        let page = try desk.store.audit(filter, before: found.last, limit: 90).map(\.id)
        found += page
        if page.count < 90 { return found }
    }
}

@Test("No filter reads through the lines of others: each is a look-up in an index")
func plans() throws {
    let desk = try TestDesk()
    let conditions = [
        "letter = 1 AND at >= 0 AND event.id < 9 ORDER BY event.id DESC LIMIT 5",
        "event.staff = 1 AND event.id >= 1 AND event.id < 9 AND at >= 0 ORDER BY event.id DESC LIMIT 5",
        "event.id >= 1 AND event.id < 9 AND at >= 0 ORDER BY event.id DESC LIMIT 5",
    ]
    for condition in conditions {
        let query: SQL = ""
        let plan = try desk.store.database.all(
            query.following(
                "EXPLAIN QUERY PLAN SELECT event.id, staff.name FROM event LEFT JOIN staff ON staff.id = event.staff WHERE \(condition)"
            )
        ) { $0.text(3) }
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
    }
}
