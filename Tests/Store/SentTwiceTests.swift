import Desk
import Foundation
import Samples
import Testing

@testable import Store

/// An accepted letter, and the clerk who acts on it.
private func acceptedLetter(_ desk: TestDesk) throws -> (Letter, StaffMember) {
    let letter = try desk.register(from: desk.applicant())
    try desk.accept(letter, by: desk.member(.reviewer, "two"))
    return (letter, try desk.member(.clerk, "one", units: ["health"]))
}

private func reply(
    _ desk: TestDesk, to letter: Letter, by clerk: StaffMember, _ text: String, _ bytes: String
) throws {
    var upload = try desk.upload("reply", bytes)
    defer { upload.discard() }
    try desk.store.reply(to: letter.id, text: text, upload: &upload, by: clerk, now: 3_000) {
        desk.message(.replied, $0.applicant.mobile)
    }
}

@Test(
    "A reply that is sent twice, even at once, is one reply with one message; with other words or bytes it is another")
func replySentTwice() throws {
    let desk = try TestDesk()
    let (letter, clerk) = try acceptedLetter(desk)
    let home = desk.home
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
        do {
            try reply(TestDesk(home), to: letter, by: clerk, "پیوست", smallestPDF(note: "one"))
        } catch {
            Issue.record(error)
        }
    }
    try reply(desk, to: letter, by: clerk, "پیوست", smallestPDF(note: "one"))
    #expect(try desk.count("document WHERE role = 'reply'") == 1)
    #expect(try desk.count("event WHERE kind = 'replied'") == 1)
    #expect(try desk.count("outbox WHERE kind = 'replied'") == 1)
    try reply(desk, to: letter, by: clerk, "پیوست دیگر", smallestPDF(note: "one"))
    try reply(desk, to: letter, by: clerk, "پیوست", smallestPDF(note: "two"))
    #expect(try desk.count("document WHERE role = 'reply'") == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.data.incoming).isEmpty)
}

@Test("A status that is sent twice is one status; after another one it can be said again")
func statusSentTwice() throws {
    let desk = try TestDesk()
    let (letter, clerk) = try acceptedLetter(desk)
    let other = try desk.member(.clerk, "other", units: ["health"])
    func status(_ text: String, _ clerk: StaffMember) throws {
        try desk.store.addStatus(text, to: letter.id, by: clerk, now: 3_000) {
            desk.message(.status, $0.applicant.mobile)
        }
    }
    for text in ["در حال اقدام", "در حال اقدام", "نزد مدیر", "در حال اقدام"] { try status(text, clerk) }
    try status("در حال اقدام", other)
    let said = try desk.store.events(of: letter).filter { $0.kind == .statusAdded }.map(\.text)
    #expect(said == ["در حال اقدام", "نزد مدیر", "در حال اقدام", "در حال اقدام"])
    #expect(try desk.count("outbox WHERE kind = 'status'") == 4)
}
