import SQLite

extension Check {
    /// Letter numbers count from 1 in each year without a gap, up to where the counter stands.
    static let numbers = Check("letter numbers") { examination in
        try examination.read { database in
            let given = try database.all(
                "SELECT year, sequence FROM letter WHERE state = 'accepted' ORDER BY year, sequence"
            ) { row in (year: row.optionalInt(0), sequence: row.optionalInt(1)) }
            let counters = try database.all("SELECT year, last FROM letterCounter") { row in
                (year: row.int(0), last: row.int(1))
            }
            var findings = try strangers(in: database)
            let numbers = Dictionary(grouping: given.filter { $0.year != nil }) { $0.year ?? 0 }
                .mapValues { $0.map { $0.sequence ?? 0 } }
            let lasts = Dictionary(counters.map { ($0.year, $0.last) }) { first, _ in first }
            for year in Set(numbers.keys).union(lasts.keys).sorted() {
                findings += judged(numbers[year] ?? [], year, last: lasts[year] ?? 0)
            }
            return findings
        }
    }

    private static func judged(_ numbers: [Int], _ year: Int, last: Int) -> [Finding] {
        var findings = gaps(in: numbers, upTo: last).map { gap in
            Finding(
                "letter number \(gap.lowerBound) of \(year)",
                "is missing\(gap.count > 1 ? ", and all up to \(gap.upperBound)" : "")", restoring)
        }
        for (one, next) in zip(numbers, numbers.dropFirst()) where one == next {
            findings.append(Finding("letter number \(one) of \(year)", "was given twice", restoring))
        }
        if let highest = numbers.last, highest > last {
            findings.append(
                Finding(
                    "the counter of \(year)",
                    "stands at \(last), but number \(highest) has been given: the next would be given twice",
                    restoring))
        }
        return findings
    }

    /// A number without an acceptance, or an acceptance without its number.
    private static func strangers(in database: Database) throws -> [Finding] {
        try database.all(
            "SELECT id FROM letter WHERE (state = 'accepted') <> (year NOTNULL AND sequence NOTNULL)"
        ) { row in
            Finding("letter \(row.int(0))", "has a number without being accepted, or none although it is", restoring)
        }
    }
}
