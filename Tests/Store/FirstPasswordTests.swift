import Desk
import Secrets
import Testing

@testable import Store

private let given = 1_790_000_000

@Test("A first password opens for a week, and not a second longer; a new one opens again")
func ageOfFirstPassword() throws {
    let desk = try TestDesk()
    let hash = try #require(Password.hash("given by the office"))
    #expect(
        try desk.store.addStaff(
            name: "zahra", role: .reviewer, units: [], passwordHash: hash, mustChangePassword: true, now: given))
    func opens(at now: Int) throws -> Bool {
        try desk.store.staffMember(name: "zahra", password: "given by the office", now: now) != nil
    }
    let week = 7 * 86_400
    #expect(try opens(at: given))
    #expect(try opens(at: given + week - 1))
    #expect(try !opens(at: given + week))
    #expect(try desk.store.resetStaff("zahra", passwordHash: hash, console: "ali", now: given + week))
    #expect(try opens(at: given + 2 * week - 1))
    #expect(try !opens(at: given + 2 * week))
}

@Test("A password of one's own never grows too old")
func ageOfOwnPassword() throws {
    let desk = try TestDesk()
    let member = try desk.member(.reviewer, "karim")
    for years in [1, 10, 50] {
        let found = try desk.store.staffMember(
            name: "karim", password: "four unrelated words", now: years * 366 * 86_400)
        #expect(found == member && !member.mustChangePassword)
    }
}

@Test("A first password that the first version gave, without saying when, still opens")
func firstPasswordOfUnknownAge() throws {
    let desk = try TestDesk()
    _ = try desk.member(.reviewer, "karim")
    try desk.store.database.run("UPDATE staff SET mustChange = 1")
    let member = try desk.store.staffMember(name: "karim", password: "four unrelated words", now: given)
    #expect(member?.mustChangePassword == true)
}

@Test("A desk that was just made has no account")
func noAccountByDefault() throws {
    #expect(try TestDesk().store.staffAccounts().isEmpty)
}

@Test("A reset that keeps the app gives a new first password, and the app's code is asked for as before")
func resetWithoutTheApp() throws {
    let with = try DeskWithApp(staff: true)
    let hash = try #require(Password.hash("another first word"))
    #expect(
        try with.desk.store.resetStaff(
            "karim", passwordHash: hash, keepsAuthenticator: true, console: "ali", now: given))
    #expect(try with.desk.store.session(with.token, limits: Limits(), now: given) == nil)
    let member = try #require(
        try with.desk.store.staffMember(name: "karim", password: "another first word", now: given))
    #expect(member.mustChangePassword && member.hasSecondFactor)
    #expect(try with.attempt(.recoveryCode(with.recovery[0])) == .right)
}

@Test("A new login in a browser ends the session that was in it, and no other")
func newLogin() throws {
    let desk = try TestDesk()
    let member = try desk.member(.reviewer, "karim")
    let mobile = try desk.applicant().mobile
    let (limits, store) = (Limits(), desk.store)
    let logins: [(Token?) throws -> Token] = [
        { try store.signIn(member, replacing: $0, now: given) },
        { try store.signIn(mobile, replacing: $0, now: given) },
    ]
    for signIn in logins {
        let (old, other) = (try signIn(nil), try signIn(nil))
        let new = try signIn(old)
        #expect(try store.session(old, limits: limits, now: given) == nil)
        #expect(try store.session(new, limits: limits, now: given) != nil)
        #expect(try store.session(other, limits: limits, now: given) != nil)
    }
}
