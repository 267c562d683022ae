import Desk
import Persian
import Testing

private func member(_ role: Role, units: [String] = []) -> StaffMember {
    StaffMember(id: 1, name: "x", role: role, units: units, mustChangePassword: false)
}

private func letter(_ state: ReviewState, unit: String = "health") -> Letter {
    Letter(
        id: 1, applicant: Applicant(id: 1, mobile: MobileNumber(stored: "+989123456789")), sender: "x",
        senderKind: .person,
        unit: unit, unitTitle: "X", subject: "x", registered: 0, state: state, language: "fa")
}

private let accepted = ReviewState.accepted(
    Acceptance(letterNumber: "1405/1", trackingCode: TrackingCode(stored: "0000005724"), at: 0))
private let rejected = ReviewState.rejected(Rejection(reason: "x", at: 0))

@Test(
    "Who may see a letter",
    arguments: [
        (member(.reviewer), letter(.underReview), true), (member(.reviewer), letter(accepted), true),
        (member(.reviewer), letter(rejected), true), (member(.clerk, units: ["health"]), letter(.underReview), false),
        (member(.clerk, units: ["health"]), letter(accepted), true),
        (member(.clerk, units: ["health"]), letter(rejected), false),
        (member(.clerk, units: ["law"]), letter(accepted), false), (member(.administrator), letter(accepted), false),
    ])
func visibility(member: StaffMember, letter: Letter, isVisible: Bool) {
    #expect(letter.isVisible(to: member) == isVisible)
}

@Test("Only a reviewer decides, and only once")
func reviewing() throws {
    try letter(.underReview).requireReview(by: member(.reviewer))
    #expect(throws: StaffFault.alreadyDecided(.accepted)) { try letter(accepted).requireReview(by: member(.reviewer)) }
    #expect(throws: StaffFault.notAllowed) {
        try letter(.underReview).requireReview(by: member(.clerk, units: ["health"]))
    }
    #expect(throws: StaffFault.notAllowed) { try letter(.underReview).requireReview(by: member(.administrator)) }
}

@Test("Only a clerk of the unit acts, and only on an accepted letter")
func acting() throws {
    let clerk = member(.clerk, units: ["health"])
    try letter(accepted).requireAction(by: clerk)
    #expect(throws: StaffFault.notAccepted) { try letter(.underReview).requireAction(by: clerk) }
    #expect(throws: StaffFault.notAllowed) { try letter(accepted, unit: "law").requireAction(by: clerk) }
    #expect(throws: StaffFault.notAllowed) { try letter(accepted).requireAction(by: member(.reviewer)) }
}

@Test(
    "A remark has one to a thousand characters",
    arguments: [("", FieldFault.missing), (" \u{200f}\n", .missing), ("x", nil)]
        + [(String(repeating: "x", count: 1_000), nil), (String(repeating: "x", count: 1_001), .tooLong(limit: 1_000))])
func remarks(text: String, fault: FieldFault?) {
    #expect(Letter.problem(withRemark: text) == fault)
}

@Test("Each field of a new letter has its own faults, in the order of the form")
func draftProblems() {
    let open = Unit(id: "a", title: "A", takesLetters: true, isOpen: true)
    let closed = Unit(id: "a", title: "A", takesLetters: true, isOpen: false)
    let heading = Unit(id: "a", title: "A", takesLetters: false, isOpen: true)
    #expect(
        LetterDraft().problems(recipient: nil, on: DayNumber(0)).map(\.field) == [
            .senderKind, .sender, .unit, .subject,
        ])
    func draft(sender: Int = 1, subject: Int = 1) -> LetterDraft {
        LetterDraft(
            sender: String(repeating: "س", count: sender), senderKind: .person, unit: "a",
            subject: String(repeating: "م", count: subject))
    }
    #expect(draft(sender: 120, subject: 200).problems(recipient: open, on: DayNumber(0)).isEmpty)
    #expect(draft(sender: 121).problems(recipient: open, on: DayNumber(0)) == [.init(.sender, .tooLong(limit: 120))])
    #expect(draft(subject: 201).problems(recipient: open, on: DayNumber(0)) == [.init(.subject, .tooLong(limit: 200))])
    #expect(draft().problems(recipient: closed, on: DayNumber(0)) == [.init(.unit, .unitClosed)])
    #expect(draft().problems(recipient: heading, on: DayNumber(0)) == [.init(.unit, .unitUnknown)])
    #expect(draft().problems(recipient: nil, on: DayNumber(0)) == [.init(.unit, .unitUnknown)])
}

@Test(
    "A session ends when it idles, and when it is old",
    arguments: [(1_799, 1_799, true), (1_800, 1_800, false), (10, 28_799, true), (10, 28_800, false)])
func sessions(idle: Int, age: Int, isLive: Bool) {
    let applicant = Applicant(id: 1, mobile: MobileNumber(stored: "+989123456789"))
    let session = Session(holder: .applicant(applicant), started: 100_000 - age, seen: 100_000 - idle)
    #expect(session.isLive(at: 100_000, limits: Limits()) == isLive)
}

@Test("The staff's sessions end after a quarter of an hour", arguments: [(899, true), (900, false)])
func staffSessions(idle: Int, isLive: Bool) {
    let session = Session(holder: .staff(member(.reviewer)), started: 90_000, seen: 100_000 - idle)
    #expect(session.isLive(at: 100_000, limits: Limits()) == isLive)
}

@Test(
    "Letter numbers follow the pattern",
    arguments: [
        ("{year}/{sequence}", "1405/7"), ("{year}-{sequence:5}", "1405-00007"),
        ("د/{unit}/{year}/{sequence:1}", "د/law/1405/7"),
    ])
func numbering(pattern: String, number: String) throws {
    #expect(try LetterNumbering(pattern: pattern).number(year: 1405, sequence: 7, unit: "law") == number)
}

@Test(
    "A pattern whose numbers would not be unique, or that cannot be read, is refused",
    arguments: [
        ("{sequence}", LetterNumbering.Fault.lacks("{year}")), ("{year}", .lacks("{sequence}")),
        ("{year}/{sequence", .unclosedBrace), ("{year}/{sequence:13}", .unknownPlaceholder("{sequence:13}")),
        ("{yaer}/{sequence}", .unknownPlaceholder("{yaer}")),
        ("{year}/{sequence:}", .unknownPlaceholder("{sequence:}")),
    ])
func wrongPatterns(pattern: String, fault: LetterNumbering.Fault) {
    #expect(throws: fault) { try LetterNumbering(pattern: pattern) }
}
