import Desk
import Foundation
import Secrets
import Testing

@testable import Store

@Test("Of eight reviewers at once one decides, and the others learn what was decided", arguments: 0..<4)
func oneDecides(round: Int) throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let letter = try desk.register(from: applicant)
    let (one, other) = (try desk.member(.reviewer, "one"), try desk.member(.reviewer, "other"))
    let (home, faults) = (desk.home, Tallied<StaffFault?>())
    DispatchQueue.concurrentPerform(iterations: 8) { index in
        do {
            let own = try TestDesk(home)
            if index % 2 == 0 {
                try own.accept(letter, by: one)
            } else {
                try own.store.reject(letter.id, by: other, reason: "ناخوانا", now: 2_000) { letter, _ in
                    own.message(.rejected, letter.applicant.mobile)
                }
            }
            faults.add(nil)
        } catch let fault as StaffFault {
            faults.add(fault)
        } catch {
            Issue.record(error)
        }
    }
    let decided = try #require(try desk.store.letter(letter.id, of: applicant))
    #expect(faults.all.filter { $0 == nil }.count == 1)
    #expect(faults.all.filter { $0 == .alreadyDecided(decided.state.name) }.count == 7)
    #expect(try desk.store.events(of: decided).count == 2, "one registration, one decision")
    #expect(try desk.count("outbox") == 2)
    #expect(try desk.count("letterCounter") == (decided.state.name == .accepted ? 1 : 0))
}

@Test("A rejected letter has its reason and its date, no number, and the citizen is told")
func rejected() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let letter = try desk.register(from: applicant)
    let reviewer = try desk.member(.reviewer, "one")
    try desk.store.reject(letter.id, by: reviewer, reason: "نامه امضا ندارد", now: 2_000) { told, rejection in
        #expect(told.id == letter.id)
        #expect(rejection == Rejection(reason: "نامه امضا ندارد", at: 2_000))
        return desk.message(.rejected, told.applicant.mobile)
    }
    #expect(
        try desk.store.letter(letter.id, of: applicant)?.state
            == .rejected(Rejection(reason: "نامه امضا ندارد", at: 2_000)))
    let event = try #require(try desk.store.events(of: letter).last)
    #expect((event.kind, event.staff, event.text, event.at) == (.rejected, "one", "نامه امضا ندارد", 2_000))
    #expect(try desk.store.dueMessages(limit: 5, now: 2_000).map(\.message.kind) == [.registered, .rejected])
    #expect(try desk.store.letters(in: .rejected, before: nil, limit: 5).map(\.id) == [letter.id])
    #expect(try desk.store.lettersUnderReview(after: nil, limit: 5).isEmpty)
    #expect(throws: StaffFault.alreadyDecided(.rejected)) { try desk.accept(letter, by: reviewer) }
}

@Test("A decision whose message cannot be written is not taken: no state, no event, no number")
func allOrNothing() throws {
    struct Stop: Error {}
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let letter = try desk.register(from: applicant)
    let reviewer = try desk.member(.reviewer, "one")
    #expect(throws: Stop.self) {
        try desk.store.accept(
            letter.id, by: reviewer, numbering: LetterNumbering(pattern: "{year}/{sequence}"), year: 1405, now: 1
        ) { _, _ in throw Stop() }
    }
    #expect(throws: Stop.self) {
        try desk.store.reject(letter.id, by: reviewer, reason: "x", now: 1) { _, _ in throw Stop() }
    }
    #expect(try desk.store.letter(letter.id, of: applicant)?.state == .underReview)
    #expect(try desk.count("event WHERE letter IS NOT NULL") == 1)
    #expect(try desk.count("letterCounter") == 0)
    #expect(try desk.count("outbox") == 1)
    try desk.accept(letter, by: reviewer)
    #expect(try desk.store.letters(in: .accepted, before: nil, limit: 5).count == 1)
}

@Test("The citizen and each number of the unit are told in the same step; where one cannot be told, nobody is")
func severalMessages() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let letter = try desk.register(from: applicant)
    let reviewer = try desk.member(.reviewer, "one")
    func accept(_ messages: @escaping (Letter) throws -> [Message]) throws {
        try desk.store.accept(
            letter.id, by: reviewer, numbering: LetterNumbering(pattern: "{year}/{sequence}"), year: 1405, now: 1
        ) { letter, _ in try messages(letter) }
    }
    let unit = MobileNumber(stored: "+989120000000")
    // The outbox has room for the first one only.
    try desk.store.database.runScript(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON outbox WHEN NEW.kind = 'arrived' BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    let both = { (letter: Letter) in
        [desk.message(.accepted, letter.applicant.mobile), desk.message(.arrived, unit)]
    }
    #expect(throws: (any Error).self) { try accept(both) }
    #expect(try desk.count("outbox") == 1)
    #expect(try desk.store.letter(letter.id, of: applicant)?.state == .underReview)
    try desk.store.database.runScript("DROP TRIGGER full")
    try accept(both)
    #expect(try desk.store.dueMessages(limit: 9, now: 9).map(\.message.kind) == [.accepted, .arrived])
}

@Test("Who may decide", arguments: [(Role.reviewer, true), (.clerk, false), (.administrator, false)])
func whoDecides(role: Role, isAllowed: Bool) throws {
    let desk = try TestDesk()
    let letter = try desk.register(from: desk.applicant())
    let member = try desk.member(role, "somebody", units: ["health"])
    if isAllowed {
        try desk.accept(letter, by: member)
    } else {
        #expect(throws: StaffFault.notAllowed) { try desk.accept(letter, by: member) }
        #expect(throws: StaffFault.notAllowed) {
            try desk.store.reject(letter.id, by: member, reason: "x", now: 1) { _, _ in
                desk.message(.rejected, letter.applicant.mobile)
            }
        }
    }
    #expect(try desk.store.lettersUnderReview(after: nil, limit: 1).isEmpty == isAllowed)
    #expect(throws: StaffFault.notAllowed) {
        try desk.store.accept(
            99, by: member, numbering: LetterNumbering(pattern: "{year}/{sequence}"), year: 1405, now: 1
        ) { letter, _ in [desk.message(.accepted, letter.applicant.mobile)] }
    }
}

@Test(
    "A clerk's action on another unit's, an undecided and a rejected letter is refused and leaves nothing",
    arguments: ["law", "health", "rejected"])
func clerkRefused(which: String) throws {
    let desk = try TestDesk()
    let clerk = try desk.member(.clerk, "one", units: [which == "law" ? "law" : "health"])
    let letter = try desk.register(from: desk.applicant())
    let reviewer = try desk.member(.reviewer, "two")
    if which == "law" { try desk.accept(letter, by: reviewer) }
    if which == "rejected" {
        try desk.store.reject(letter.id, by: reviewer, reason: "x", now: 1) { _, _ in
            desk.message(.rejected, letter.applicant.mobile)
        }
    }
    let events = try desk.store.events(of: letter).count
    #expect(throws: StaffFault.self) {
        try desk.store.addStatus("x", to: letter.id, by: clerk, now: 3_000) {
            desk.message(.status, $0.applicant.mobile)
        }
    }
    var upload = try desk.upload("reply")
    #expect(throws: StaffFault.self) {
        try desk.store.reply(to: letter.id, text: "x", upload: &upload, by: clerk, now: 3_000) {
            desk.message(.replied, $0.applicant.mobile)
        }
    }
    #expect(try desk.store.events(of: letter).count == events)
    #expect(try desk.store.documents(of: letter).count == 2)
    #expect(try desk.store.sweep(olderThan: 0, now: Int(time(nil)) + 60) == 1, "the refused reply is swept")
}

@Test("Tracking codes are those of an acceptance: they have a right check digit, and each is its letter's own")
func trackingCodes() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let reviewer = try desk.member(.reviewer, "one")
    var seen: Set<TrackingCode> = []
    for _ in 0..<20 {
        let letter = try desk.register(from: applicant)
        try desk.accept(letter, by: reviewer)
        guard case .accepted(let acceptance)? = try desk.store.letter(letter.id, of: applicant)?.state else {
            throw TestFault.notSignedIn
        }
        #expect(TrackingCode(typed: acceptance.trackingCode.digits) == acceptance.trackingCode)
        #expect(seen.insert(acceptance.trackingCode).inserted)
        #expect(try desk.store.letter(acceptance.trackingCode, of: applicant)?.id == letter.id)
    }
}
