import Desk
import Secrets
import Testing

@testable import Store

private let draft = LetterDraft(sender: "زهرا رضایی", senderKind: .person, unit: "health", subject: "درخواست «الف» & ب")

@Test("A kept draft opens for its own number only, and on its own desk only")
func keptDrafts() throws {
    let desk = try TestDesk()
    let (owner, stranger) = (MobileNumber(stored: "+989120000001"), MobileNumber(stored: "+989120000002"))
    let sealed = try #require(desk.store.sealed(draft, of: owner))
    #expect(desk.store.draft(sealed: sealed, of: owner) == draft)
    #expect(desk.store.draft(sealed: sealed, of: stranger) == nil)
    #expect(try TestDesk().store.draft(sealed: sealed, of: owner) == nil)
    for text in ["", "x", String(sealed.dropLast()), sealed + sealed, String(repeating: "A", count: 5_000)] {
        #expect(desk.store.draft(sealed: text, of: owner) == nil)
    }
}

@Test(
    "A draft of 2,000 bytes is kept, and fits into a cookie; one of 2,001 is not",
    arguments: [(2_000, true), (2_001, false)])
func longDrafts(bytes: Int, isKept: Bool) throws {
    let desk = try TestDesk()
    let owner = MobileNumber(stored: "+989120000001")
    // Three separators stand between the fields.
    let sealed = desk.store.sealed(LetterDraft(subject: String(repeating: "x", count: bytes - 3)), of: owner)
    #expect((sealed != nil) == isKept)
    #expect((sealed?.utf8.count ?? 0) < 3_500)
}

@Test("Whose session it was is known after its end, but not after signing out, and not for the staff")
func formerHolders() throws {
    let desk = try TestDesk()
    let mobile = MobileNumber(stored: "+989120000001")
    let token = try desk.store.signIn(mobile, now: 1_000)
    let later = 1_000 + Limits().sessionWhole
    #expect(try desk.store.session(token, limits: Limits(), now: later) == nil)
    #expect(try desk.store.formerHolder(of: token) == mobile)
    try desk.store.signOut(token)
    #expect(try desk.store.formerHolder(of: token) == nil)
    #expect(try desk.store.formerHolder(of: desk.store.signIn(desk.member(.reviewer, "maryam"), now: 1_000)) == nil)
}
