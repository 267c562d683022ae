import Desk
import Samples
import Testing

@testable import Store

/// What hangs on units that are not known, a line each.
private func use(_ desk: TestDesk, known: Set<String> = ["health"]) throws -> [String] {
    try desk.home.data.use(ofUnitsBesides: known).map {
        "\($0.unit) (\($0.title)): \($0.underReview) \($0.unanswered) \($0.clerks.joined(separator: "+"))"
    }
}

@Test("Letters that are not done hang on a unit, those with a reply and the rejected ones do not")
func openLetters() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let reviewer = try desk.member(.reviewer, "one")
    let clerk = try desk.member(.clerk, "two", units: ["law"])
    #expect(try desk.store.setStaff("two", isDisabled: true, console: "root", now: 1))
    #expect(try use(desk).isEmpty)

    let letters = try (0..<4).map { _ in try desk.register(from: applicant, unit: "law") }
    try desk.register(from: applicant, unit: "health")
    #expect(try use(desk) == ["law (واحد): 4 0 "])
    #expect(try use(desk, known: ["law", "health"]).isEmpty)
    #expect(try use(desk, known: []) == ["health (واحد): 1 0 ", "law (واحد): 4 0 "])

    try desk.store.reject(letters[0].id, by: reviewer, reason: "x", now: 1) { letter, _ in
        desk.message(.rejected, letter.applicant.mobile)
    }
    for letter in letters[1...] { try desk.accept(letter, by: reviewer) }
    #expect(try use(desk) == ["law (واحد): 0 3 "])
    for letter in letters[1...] {
        var upload = try desk.upload("reply")
        try desk.store.reply(to: letter.id, text: "", upload: &upload, by: clerk, now: 1) {
            desk.message(.replied, $0.applicant.mobile)
        }
    }
    #expect(try use(desk).isEmpty)
}

@Test("A clerk hangs on each unit of theirs, unless the account is disabled")
func clerks() throws {
    let desk = try TestDesk()
    _ = try desk.member(.clerk, "ali", units: ["law", "health"])
    _ = try desk.member(.clerk, "babak", units: ["law", "records"])
    #expect(try use(desk) == ["law (): 0 0 ali+babak", "records (): 0 0 babak"])
}

@Test("The letters of units that are still there cost nothing, however many they are")
func manyLetters() throws {
    let desk = try TestDesk()
    _ = try desk.register(from: desk.applicant(), unit: "health")
    func took() throws -> Duration {
        var best = Duration.seconds(60)
        for _ in 0..<5 {
            let start = ContinuousClock.now
            let found = try use(desk)
            best = min(best, start.duration(to: .now))
            #expect(found.isEmpty)
        }
        return best
    }
    let before = try took()
    try desk.store.database.runScript(
        """
        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 50000)
        INSERT INTO letter (applicant, submission, sender, senderKind, unit, unitTitle, subject, language, registered)
        SELECT 1, randomblob(16), 's', 'person', 'health', 't', 's', 'fa', 1 FROM number;
        """)
    let after = try took()
    #expect(after < before * 5 + .milliseconds(3), "\(before), then \(after)")
}
