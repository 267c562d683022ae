import Desk
import Secrets
import Testing

@testable import Store

private let mobile = MobileNumber(stored: "+989120000001")

@Test(
    "That a session was seen is written once a minute, not with every page",
    arguments: [(1_059, 1_000), (1_060, 1_060)])
func seenOnceAMinute(now: Int, seen: Int) throws {
    let desk = try TestDesk()
    let token = try desk.store.signIn(mobile, now: 1_000)
    #expect(try desk.store.session(token, limits: Limits(), now: now) != nil)
    #expect(try desk.store.database.first("SELECT seen FROM session") { $0.int(0) } == seen)
}

@Test("A citizen who never rests is signed out after eight hours")
func wholeSession() throws {
    let desk = try TestDesk()
    let token = try desk.store.signIn(mobile, now: 0)
    for now in stride(from: 1_000, to: 28_800, by: 1_000) {
        #expect(try desk.store.session(token, limits: Limits(), now: now) != nil, "\(now)")
    }
    #expect(try desk.store.session(token, limits: Limits(), now: 28_799) != nil)
    #expect(try desk.store.session(token, limits: Limits(), now: 28_800) == nil)
}

@Test("A dead session does not live again by being asked for")
func deadStaysDead() throws {
    let desk = try TestDesk()
    let token = try desk.store.signIn(mobile, now: 0)
    #expect(try desk.store.session(token, limits: Limits(), now: 1_800) == nil)
    #expect(try desk.store.session(token, limits: Limits(), now: 1_801) == nil)
    #expect(try desk.store.database.first("SELECT seen FROM session") { $0.int(0) } == 0)
}

@Test("A session of the staff carries the rights of its account, ends after a quarter of an hour, and with the account")
func staffSession() throws {
    let desk = try TestDesk()
    let clerk = try desk.member(.clerk, "karim", units: ["health", "law"])
    let token = try desk.store.signIn(clerk, now: 1_000)
    guard case .staff(let member)? = try desk.store.session(token, limits: Limits(), now: 1_899)?.holder else {
        throw TestFault.notSignedIn
    }
    #expect(member.role == .clerk)
    #expect(Set(member.units) == ["health", "law"])
    #expect(try desk.store.session(token, limits: Limits(), now: 1_899 + 900) == nil)
    let second = try desk.store.signIn(clerk, now: 5_000)
    try desk.store.database.run("UPDATE staff SET disabled = 1")
    #expect(try desk.store.session(second, limits: Limits(), now: 5_000) == nil)
    #expect(try desk.store.staffMember(name: "karim", password: "four unrelated words", now: 10) == nil)
}

@Test("Logging out ends this session and no other")
func signOut() throws {
    let desk = try TestDesk()
    let (one, other) = (try desk.store.signIn(mobile, now: 0), try desk.store.signIn(mobile, now: 0))
    try desk.store.signOut(one)
    #expect(try desk.store.session(one, limits: Limits(), now: 0) == nil)
    #expect(try desk.store.session(other, limits: Limits(), now: 0) != nil)
}

@Test("What the staff does with accounts stands in the audit, newest first, with names and without passwords")
func audit() throws {
    let desk = try TestDesk()
    let member = try desk.member(.reviewer, "karim")
    let token = try desk.store.signIn(member, now: 2_000)
    try desk.store.recordFailedSignIn(name: "nobody", now: 3_000)
    try desk.store.changePassword(of: member, hash: "$argon2id$x", keeping: token, now: 4_000)
    let events = try desk.store.audit(before: nil, limit: 10)
    #expect(events.map(\.kind) == [.passwordChanged, .staffSignInFailed, .staffSignedIn, .staffAdded])
    #expect(events.map(\.staff) == ["karim", nil, "karim", nil])
    #expect(events.map(\.text) == ["", "nobody", "", "karim"])
    #expect(events.map(\.at) == [4_000, 3_000, 2_000, 1])
    #expect(try desk.store.audit(before: events[1].id, limit: 1).map(\.kind) == [.staffSignedIn])
    #expect(try desk.store.audit(before: events[3].id, limit: 1).isEmpty)
}

@Test("The first password must be changed, and once it is, no longer; the old one opens nothing")
func firstPassword() throws {
    let desk = try TestDesk()
    let first = try #require(Password.hash("given by the office"))
    #expect(
        try desk.store.addStaff(
            name: "zahra", role: .clerk, units: ["a", "a"], passwordHash: first, mustChangePassword: true, now: 1))
    let member = try #require(try desk.store.staffMember(name: "zahra", password: "given by the office", now: 10))
    #expect(member.mustChangePassword)
    #expect(member.units == ["a"])
    #expect(try desk.store.isPresentPassword("given by the office", of: member))
    let token = try desk.store.signIn(member, now: 10)
    try desk.store.changePassword(
        of: member, hash: #require(Password.hash("chosen by herself")), keeping: token, now: 11)
    #expect(try desk.store.staffMember(name: "zahra", password: "given by the office", now: 10) == nil)
    let own = try #require(try desk.store.staffMember(name: "zahra", password: "chosen by herself", now: 10))
    #expect(!own.mustChangePassword)
    #expect(try !desk.store.isPresentPassword("given by the office", of: member))
}
