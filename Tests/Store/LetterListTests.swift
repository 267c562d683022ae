import Desk
import Secrets
import Testing

@testable import Store

@Test("Pages of any length give each letter once, in order", arguments: [1, 2, 3, 6, 7, 8])
func paging(length: Int) throws {
    let desk = try TestDesk()
    let (applicant, stranger) = (try desk.applicant(), try desk.applicant("09120000002"))
    for number in 0..<14 { try desk.register(from: number % 2 == 0 ? applicant : stranger) }
    var found: [Int] = []
    var before: Int?
    repeat {
        let page = try desk.store.letters(of: applicant, before: before, limit: length)
        #expect(page.count <= length)
        found += page.map(\.id)
        before = page.count == length ? page.last?.id : nil
    } while before != nil
    #expect(found == [13, 11, 9, 7, 5, 3, 1])
    #expect(
        try desk.store.lettersUnderReview(after: nil, limit: 14).map(\.id) == Array(1...14), "those of all applicants")
}

@Test("A clerk's list merges the units newest first and goes on where a page ended")
func clerkPaging() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let reviewer = try desk.member(.reviewer, "one")
    for unit in ["a", "b", "a", "c", "b", "a"] {
        try desk.accept(desk.register(from: applicant, unit: unit), by: reviewer)
    }
    try desk.register(from: applicant, unit: "a")
    func ids(_ units: [String], _ before: Int?, _ limit: Int) throws -> [Int] {
        try desk.store.acceptedLetters(ofUnits: units, before: before, limit: limit).map(\.id)
    }
    #expect(try ids(["a", "b"], nil, 9) == [6, 5, 3, 2, 1])
    #expect(try ids(["a", "b"], nil, 2) == [6, 5])
    #expect(try ids(["a", "b"], 5, 2) == [3, 2])
    #expect(try ids(["c"], nil, 9) == [4])
    #expect(try ids([], nil, 9) == [])
    #expect(try desk.store.letters(in: .accepted, before: 6, limit: 2).map(\.id) == [5, 4])
}

@Test("The same number in other spellings is the same applicant, another number is not")
func applicants() throws {
    let desk = try TestDesk()
    let one = try desk.applicant("0912 000 0001")
    #expect(try desk.applicant("۰۹۱۲۰۰۰۰۰۰۱") == one)
    #expect(try desk.applicant("+989120000001") == one)
    #expect(try desk.applicant("09120000002") != one)
    #expect(try desk.count("applicant") == 2)
}

@Test("What is stored comes back as it was, whatever stands in it")
func hostileText() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let text = "'); DROP TABLE letter; --<script>&\"‌ی\u{1F4EC}"
    var uploads = [try desk.upload()]
    let letter = try desk.store.register(
        LetterDraft(sender: text, senderKind: .company, unit: "health", subject: text),
        to: Unit(id: "health", title: text, takesLetters: true, isOpen: true), from: applicant, uploads: &uploads,
        submission: .random(), language: "en", now: 7
    ) { _ in desk.message(.registered, applicant.mobile) }
    let stored = try #require(try desk.store.letter(letter.id, of: applicant))
    #expect(stored == letter)
    #expect((stored.sender, stored.subject, stored.unitTitle) == (text, text, text))
    #expect((stored.senderKind, stored.language, stored.registered) == (.company, "en", 7))
}
