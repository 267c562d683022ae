import Desk
import Foundation
import Testing

@testable import Store

@Test("A letter in quarantine is its applicant's, under review, and no member of the staff sees it or decides on it")
func quarantined() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let reviewer = try desk.member(.reviewer, "one")
    let letter = try desk.register(from: applicant, isUnscanned: true)
    let seen = try desk.register(from: applicant)
    #expect(try desk.store.letters(of: applicant, before: nil, limit: 5).map(\.id) == [seen.id, letter.id])
    #expect(try desk.store.letter(letter.id, of: applicant) == letter)
    #expect(letter.state == .underReview)
    #expect(try desk.store.lettersUnderReview(after: nil, limit: 5) == [seen])
    #expect(try desk.store.letter(letter.id, visibleTo: reviewer) == nil)
    #expect(throws: StaffFault.notAllowed) { try desk.accept(letter, by: reviewer) }
    #expect(throws: StaffFault.notAllowed) {
        try desk.store.reject(letter.id, by: reviewer, reason: "x", now: 1) { _, _ in
            desk.message(.rejected, applicant.mobile)
        }
    }
    #expect(try desk.store.quarantinedLetters(after: 0, limit: 5) == [letter])
    #expect(try desk.store.quarantinedLetters(after: letter.id, limit: 5) == [])
    #expect(try desk.store.quarantinedCount() == 1)

    try desk.store.releaseFromQuarantine(letter, now: 5_000)
    try desk.store.releaseFromQuarantine(letter, now: 5_000)
    #expect(try desk.store.events(of: letter).map(\.kind) == [.registered, .scanned])
    #expect(try desk.store.lettersUnderReview(after: nil, limit: 5).map(\.id) == [letter.id, seen.id])
    try desk.accept(letter, by: reviewer)
}

@Test("A letter with malware is rejected once, with its reason and one message, and keeps its clean documents only")
func infected() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let letter = try desk.register(from: applicant, isUnscanned: true)
    let documents = try desk.store.documents(of: letter)
    func reject() throws {
        try desk.store.rejectFromQuarantine(
            letter, infected: [(documents[1], "Eicar")], reason: "چون", now: 5_000
        ) { letter, rejection in
            #expect(rejection == Rejection(reason: "چون", at: 5_000))
            return desk.message(.rejected, letter.applicant.mobile)
        }
    }
    try reject()
    try reject()
    #expect(try desk.store.letter(letter.id, of: applicant)?.state == .rejected(Rejection(reason: "چون", at: 5_000)))
    #expect(try desk.store.documents(of: letter) == [documents[0]])
    let events = try desk.store.events(of: letter)
    #expect(events.map(\.kind) == [.registered, .malwareFound, .rejected])
    #expect(events.map(\.text) == ["", "Eicar", "چون"])
    #expect(events.allSatisfy { $0.staff == nil })
    #expect(try desk.store.dueMessages(limit: 5, now: 5_000).map(\.message.kind) == [.registered, .rejected])
    let exists = documents.map { FileManager.default.fileExists(atPath: desk.home.data.documents + "/" + $0.path) }
    #expect(exists == [true, false])
    #expect(try desk.store.quarantinedCount() == 0)
    #expect(try desk.store.letter(letter.id, visibleTo: desk.member(.reviewer, "one")) != nil)
}

@Test("A letter that has left the quarantine is not rejected by a scan that ends later")
func releasedFirst() throws {
    let desk = try TestDesk()
    let letter = try desk.register(from: desk.applicant(), isUnscanned: true)
    let documents = try desk.store.documents(of: letter)
    try desk.store.releaseFromQuarantine(letter, now: 5_000)
    try desk.store.rejectFromQuarantine(letter, infected: [(documents[0], "x")], reason: "x", now: 5_000) { _, _ in
        desk.message(.rejected, letter.applicant.mobile)
    }
    #expect(try desk.store.documents(of: letter) == documents)
    #expect(try desk.store.letter(letter.id, of: letter.applicant)?.state == .underReview)
}
