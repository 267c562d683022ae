import Desk
import Foundation
import Secrets
import Testing

@testable import Store

@Test("A registered letter is on disk with its documents, its event and its message")
func registered() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let letter = try desk.register(from: applicant)
    #expect(try desk.store.letters(of: applicant, before: nil, limit: 5) == [letter.summary])
    let documents = try desk.store.documents(of: letter)
    #expect(documents.map(\.role) == [.letter, .attachment])
    for document in documents {
        let path = desk.home.data.documents + "/" + document.path
        #expect(FileManager.default.contents(atPath: path) == Data(TestDesk.pdf.utf8))
    }
    #expect(try desk.store.events(of: letter).map(\.kind) == [.registered])
    #expect(try desk.store.dueMessages(limit: 5, now: 1_000).map(\.message.kind) == [.registered])
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.home.data.incoming) == [])
}

@Test("A form that is sent eight times at once is one letter; another applicant's with the same value is another")
func sentTwice() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let submission = Token.random()
    let home = desk.home
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do { try TestDesk(home).register(from: applicant, submission: submission) } catch { Issue.record(error) }
    }
    #expect(try desk.count("letter") == 1)
    #expect(try desk.count("document") == 2)
    #expect(try desk.count("outbox") == 1)
    #expect(try desk.store.registeredLetter(submission: submission, of: applicant)?.id == 1)
    let other = try desk.applicant("09120000002")
    #expect(try desk.store.registeredLetter(submission: submission, of: other) == nil)
    try desk.register(from: other, submission: submission)
    #expect(try desk.count("letter") == 2)
}

@Test("Letters are numbered from 1 in each year without a gap, by eight reviewers at once too")
func numbers() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let reviewer = try desk.member(.reviewer, "one")
    let letters = try (0..<24).map { _ in try desk.register(from: applicant) }
    let home = desk.home
    DispatchQueue.concurrentPerform(iterations: 24) { index in
        do { try TestDesk(home).accept(letters[index], by: reviewer, year: index < 20 ? 1405 : 1406) } catch {
            Issue.record(error)
        }
    }
    let numbers = try desk.store.letters(of: applicant, before: nil, limit: 50).compactMap { letter in
        if case .accepted(let acceptance) = letter.state { acceptance.letterNumber } else { nil }
    }
    #expect(Set(numbers) == Set((1...20).map { "1405/\($0)" } + (1...4).map { "1406/\($0)" }))
}

@Test("A letter is decided once; a failed decision uses no number")
func decidedOnce() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let reviewer = try desk.member(.reviewer, "one")
    let clerk = try desk.member(.clerk, "two", units: ["health"])
    let (one, two) = (try desk.register(from: applicant), try desk.register(from: applicant))
    try desk.accept(one, by: reviewer)
    #expect(throws: StaffFault.alreadyDecided(.accepted)) { try desk.accept(one, by: reviewer) }
    #expect(throws: StaffFault.alreadyDecided(.accepted)) {
        try desk.store.reject(one.id, by: reviewer, reason: "x", now: 1) { _, _ in
            desk.message(.rejected, applicant.mobile)
        }
    }
    #expect(throws: StaffFault.notAllowed) { try desk.accept(two, by: clerk) }
    try desk.accept(two, by: reviewer)
    guard case .accepted(let acceptance)? = try desk.store.letter(two.id, of: applicant)?.state else {
        throw TestFault.notSignedIn
    }
    #expect(acceptance.letterNumber == "1405/2")
    #expect(try desk.store.letter(acceptance.trackingCode, of: applicant)?.id == two.id)
}

@Test("Other people's letters are not there, by id or by tracking code")
func otherPeoplesLetters() throws {
    let desk = try TestDesk()
    let (owner, stranger) = (try desk.applicant(), try desk.applicant("09120000002"))
    let letter = try desk.register(from: owner)
    try desk.accept(letter, by: desk.member(.reviewer, "one"))
    guard case .accepted(let acceptance)? = try desk.store.letter(letter.id, of: owner)?.state else {
        throw TestFault.notSignedIn
    }
    #expect(try desk.store.letter(letter.id, of: stranger) == nil)
    #expect(try desk.store.letter(acceptance.trackingCode, of: stranger) == nil)
    #expect(try desk.store.letters(of: stranger, before: nil, limit: 5).isEmpty)
    #expect(try desk.store.letter(letter.id, visibleTo: desk.member(.clerk, "law", units: ["law"])) == nil)
}

@Test("A clerk records statuses and replies for accepted letters of the own unit only")
func clerkActions() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let clerk = try desk.member(.clerk, "one", units: ["health", "law"])
    let letter = try desk.register(from: applicant)
    func status() throws {
        try desk.store.addStatus("در حال اقدام", to: letter.id, by: clerk, now: 3_000) {
            desk.message(.status, $0.applicant.mobile)
        }
    }
    #expect(throws: StaffFault.notAllowed) { try status() }
    try desk.accept(letter, by: desk.member(.reviewer, "two"))
    try status()
    var upload = try desk.upload()
    try desk.store.reply(to: letter.id, text: "پیوست", upload: &upload, by: clerk, now: 3_001) {
        desk.message(.replied, $0.applicant.mobile)
    }
    #expect(try desk.store.documents(of: letter).last?.role == .reply)
    #expect(try desk.store.events(of: letter).map(\.kind) == [.registered, .accepted, .statusAdded, .replied])
    #expect(try desk.store.events(of: letter).last?.staff == "one")
    #expect(try desk.store.acceptedLetters(ofUnits: ["law", "health"], before: nil, limit: 5).map(\.id) == [letter.id])
}

@Test("Lists go on where a page ended, newest first, and the queue oldest first")
func lists() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    for _ in 0..<5 { try desk.register(from: applicant) }
    #expect(try desk.store.letters(of: applicant, before: nil, limit: 2).map(\.id) == [5, 4])
    #expect(try desk.store.letters(of: applicant, before: 4, limit: 9).map(\.id) == [3, 2, 1])
    #expect(try desk.store.lettersUnderReview(after: nil, limit: 2).map(\.id) == [1, 2])
    #expect(try desk.store.lettersUnderReview(after: 2, limit: 9).map(\.id) == [3, 4, 5])
}

@Test("An account's name is taken once, a wrong password opens nothing, and a new one ends the other sessions")
func accounts() throws {
    let desk = try TestDesk()
    let member = try desk.member(.reviewer, "karim")
    #expect(
        try !desk.store.addStaff(
            name: "karim", role: .clerk, units: [], passwordHash: "x", mustChangePassword: true, now: 1))
    #expect(try desk.store.staffMember(name: "karim", password: "four unrelated word", now: 1) == nil)
    #expect(try desk.store.staffMember(name: "nobody", password: "four unrelated words", now: 1) == nil)
    let (one, other) = (try desk.store.signIn(member, now: 1_000), try desk.store.signIn(member, now: 1_000))
    let hash = try #require(Password.hash("another four words"))
    try desk.store.changePassword(of: member, hash: hash, keeping: one, now: 1_000)
    #expect(try desk.store.session(one, limits: Limits(), now: 1_000) != nil)
    #expect(try desk.store.session(other, limits: Limits(), now: 1_000) == nil)
    #expect(try desk.store.staffMember(name: "karim", password: "another four words", now: 1) != nil)
}
