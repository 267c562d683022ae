import Desk
import Secrets
import Testing

@testable import Store

private let now = 1_790_000_000

@Test("A list of sessions shows one's own that are good, newest first, and says which one asks")
func listOfSessions() throws {
    let desk = try TestDesk()
    let store = desk.store
    let citizen = try desk.applicant(now: now - 9 * 3_600)
    let other = try desk.applicant("09120000002", now: now)
    let (old, new) = (try store.signIn(citizen.mobile, now: now - 600), try store.signIn(citizen.mobile, now: now))
    let list = try store.openSessions(of: .applicant(citizen), asking: old, limits: Limits(), now: now)
    #expect(list.map(\.started) == [now, now - 600], "the one of nine hours ago is over")
    #expect(list.map(\.isOwn) == [false, true])
    #expect(Set(list.map(\.mark)).count == 2)
    #expect(list.allSatisfy { $0.mark.utf8.count == 16 && $0.mark != new.text })
    #expect(
        try store.openSessions(of: .applicant(other), asking: old, limits: Limits(), now: now).map(\.isOwn) == [false])
}

@Test("A session is ended by its mark, by its owner alone, and never the one that asks; all others at once too")
func endingSessions() throws {
    let desk = try TestDesk()
    let store = desk.store
    let member = try desk.member(.reviewer, "karim")
    let stranger = try desk.member(.reviewer, "zahra")
    let tokens = try (0..<4).map { try store.signIn(member, now: now + $0) }
    let strangers = try store.signIn(stranger, now: now)
    func live() throws -> [Bool] {
        try (tokens + [strangers]).map { try store.session($0, limits: Limits(), now: now + 4) != nil }
    }
    let marks = try store.openSessions(of: .staff(member), asking: tokens[0], limits: Limits(), now: now + 4).map(
        \.mark)
    #expect(try !store.endSession(marked: marks[0], of: .staff(stranger), but: strangers))
    #expect(try !store.endSession(marked: marks[3], of: .staff(member), but: tokens[0]), "the one that asks")
    #expect(try !store.endSession(marked: "", of: .staff(member), but: tokens[0]))
    #expect(try live() == [true, true, true, true, true])
    #expect(try store.endSession(marked: marks[1], of: .staff(member), but: tokens[0]))
    #expect(try !store.endSession(marked: marks[1], of: .staff(member), but: tokens[0]), "it is gone")
    #expect(try live() == [true, true, false, true, true])
    try store.endSessions(of: .staff(member), but: tokens[0])
    #expect(try live() == [true, false, false, false, true])
}
