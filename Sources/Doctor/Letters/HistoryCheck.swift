import SQLite

extension Check {
    /// Letters and their events tell the same: nothing was decided without its event, nothing is half there.
    static let histories = Check("histories") { examination in
        try examination.read { database in
            try rules.flatMap { rule in
                try database.all(rule.query) { row in
                    Finding("letter \(row.int(0))", rule.problem, restoring)
                }
            } + missingLetters(in: database)
        }
    }

    /// Queries that give the ids of letters that break a rule.
    private static let rules: [(problem: String, query: SQL)] = [
        (
            "has not exactly one event of its registration",
            """
            SELECT letter.id FROM letter WHERE 1 <>
                (SELECT count(*) FROM event WHERE event.letter = letter.id AND kind = 'registered' AND at = registered)
            """
        ),
        (
            "is accepted without exactly one event that says so with its number and its date",
            """
            SELECT letter.id FROM letter WHERE state = 'accepted' AND 1 <>
                (SELECT count(*) FROM event
                 WHERE event.letter = letter.id AND kind = 'accepted' AND text = letterNumber AND at = decided)
            """
        ),
        (
            "is rejected without exactly one event that says so with its reason and its date",
            """
            SELECT letter.id FROM letter WHERE state = 'rejected' AND 1 <>
                (SELECT count(*) FROM event
                 WHERE event.letter = letter.id AND kind = 'rejected' AND text = reason AND at = decided)
            """
        ),
        (
            "was accepted or rejected by an event, but has another state",
            """
            SELECT DISTINCT letter.id FROM event JOIN letter ON letter.id = event.letter
            WHERE kind IN ('accepted', 'rejected') AND kind <> state
            """
        ),
        (
            "has a state that there is not",
            "SELECT id FROM letter WHERE state NOT IN ('underReview', 'accepted', 'rejected')"
        ),
        (
            "has no letter file",
            """
            SELECT id FROM letter WHERE NOT EXISTS
                (SELECT 1 FROM document WHERE document.letter = letter.id AND role = 'letter')
            """
        ),
        (
            "has a reply's event without its document",
            """
            SELECT letter FROM event WHERE kind = 'replied' AND NOT EXISTS
                (SELECT 1 FROM document
                 WHERE document.letter = event.letter AND number = event.document AND role = 'reply')
            """
        ),
        (
            "has a reply without its event",
            """
            SELECT letter FROM document WHERE role = 'reply' AND NOT EXISTS
                (SELECT 1 FROM event
                 WHERE event.letter = document.letter AND kind = 'replied' AND event.document = number)
            """
        ),
        (
            "has a removed document without the event of the malware in it",
            """
            SELECT letter FROM document WHERE removed <> 0 AND NOT EXISTS
                (SELECT 1 FROM event
                 WHERE event.letter = document.letter AND kind = 'malwareFound' AND event.document = number)
            """
        ),
        (
            "has a document that was removed for malware by an event, but is there",
            """
            SELECT event.letter FROM event JOIN document
                ON document.letter = event.letter AND number = event.document
            WHERE event.kind = 'malwareFound' AND removed = 0
            """
        ),
    ]

    /// Letters are counted from 1, and a registration that fails takes no number.
    private static func missingLetters(in database: Database) throws -> [Finding] {
        let ids = try database.all("SELECT id FROM letter ORDER BY id") { $0.int(0) }
        let last = try database.first("SELECT seq FROM sqlite_sequence WHERE name = 'letter'") { $0.int(0) } ?? 0
        return gaps(in: ids, upTo: last).map { gap in
            Finding(
                "letter \(gap.lowerBound)", "is missing\(gap.count > 1 ? ", and all up to \(gap.upperBound)" : "")",
                restoring)
        }
    }
}

/// The runs of numbers from 1 to `last` that a rising row of numbers leaves out.
func gaps(in numbers: [Int], upTo last: Int) -> [ClosedRange<Int>] {
    var gaps: [ClosedRange<Int>] = []
    var expected = 1
    for number in numbers {
        if number > expected { gaps.append(expected...number - 1) }
        expected = max(expected, number + 1)
    }
    if last >= expected { gaps.append(expected...last) }
    return gaps
}
