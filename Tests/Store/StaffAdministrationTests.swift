import Desk
import SQLite
import Secrets
import TemporaryFolders
import Testing

@testable import Store

private let now = 1_790_000_010

@Test("The list shows each account by name, with units, app and state")
func list() throws {
    let desk = try TestDesk()
    _ = try desk.member(.reviewer, "zahra")
    _ = try desk.member(.clerk, "karim", units: ["law", "health"])
    #expect(try desk.store.setStaff("zahra", isDisabled: true, console: "root", now: now))
    let accounts = try desk.store.staffAccounts()
    #expect(accounts.map(\.member.name) == ["karim", "zahra"])
    #expect(accounts.map(\.isDisabled) == [false, true])
    #expect(accounts[0].member.units == ["health", "law"])
    #expect(accounts.map(\.member.hasSecondFactor) == [false, false])
    #expect(accounts.map(\.created) == [1, 1])
}

@Test("A disabled account's sessions die at once, nobody logs in with it, and enabling it brings no session back")
func disabling() throws {
    let desk = try TestDesk()
    let member = try desk.member(.reviewer, "karim")
    let token = try desk.store.signIn(member, now: now)
    let step = try desk.store.passwordStep(of: member, now: now)
    #expect(try desk.store.memberPastPassword(step, now: now) == member)
    #expect(try desk.store.setStaff("karim", isDisabled: true, console: "ali", now: now))
    #expect(try desk.store.session(token, limits: Limits(), now: now) == nil)
    #expect(try desk.store.memberPastPassword(step, now: now) == nil)
    #expect(try desk.store.staffMember(name: "karim", password: "four unrelated words", now: now) == nil)
    #expect(try desk.store.setStaff("karim", isDisabled: false, console: "ali", now: now))
    #expect(try desk.store.session(token, limits: Limits(), now: now) == nil)
    #expect(try desk.store.staffMember(name: "karim", password: "four unrelated words", now: now) == member)
    #expect(try !desk.store.setStaff("nobody", isDisabled: true, console: "ali", now: now))
    let events = try desk.store.audit(before: nil, limit: 2)
    #expect(events.map(\.kind) == [.staffEnabled, .staffDisabled])
    #expect(events.map(\.text) == ["karim ← ali", "karim ← ali"])
}

@Test("A reset gives a new first password, takes the app and the recovery codes away, and ends the sessions")
func resetting() throws {
    let with = try DeskWithApp(staff: true)
    let hash = try #require(Password.hash("another first word"))
    #expect(try with.desk.store.resetStaff("karim", passwordHash: hash, console: "ali", now: now))
    #expect(try with.desk.store.session(with.token, limits: Limits(), now: now) == nil)
    #expect(try with.desk.store.staffMember(name: "karim", password: "four unrelated words", now: now) == nil)
    let member = try #require(try with.desk.store.staffMember(name: "karim", password: "another first word", now: now))
    #expect(member.mustChangePassword && !member.hasSecondFactor)
    #expect(try with.desk.store.authenticator(of: .staff(member)) == .off)
    #expect(try with.attempt(.recoveryCode(with.recovery[0])) == .wrong)
    #expect(try with.desk.store.audit(before: nil, limit: 1).map(\.text) == ["karim ← ali"])
    #expect(try !with.desk.store.resetStaff("nobody", passwordHash: hash, console: "ali", now: now))
}

@Test(
    "The first step of a login is worth something for five minutes, and until the second or any change of the account")
func passwordSteps() throws {
    let with = try DeskWithApp(staff: true)
    let store = with.desk.store
    let member = try #require(try store.staffMember(name: "karim", password: "four unrelated words", now: now))
    #expect(member.hasSecondFactor)
    func step() throws -> String { try store.passwordStep(of: member, now: now) }
    let old = try step()
    #expect(try store.memberPastPassword(old, now: now + 299) == member)
    #expect(try store.memberPastPassword(old, now: now + 300) == nil)
    #expect(try with.attempt(with.code(1)) == .right)
    #expect(try store.memberPastPassword(old, now: now) == nil, "after the second step")

    let beforeRecovery = try step()
    #expect(try with.attempt(.recoveryCode(with.recovery[0])) == .right)
    #expect(try store.memberPastPassword(beforeRecovery, now: now) == nil, "after a recovery code")

    let beforeChange = try step()
    try store.changePassword(of: member, hash: "$argon2id$x", keeping: with.token, now: now)
    #expect(try store.memberPastPassword(beforeChange, now: now) == nil, "after another password")
}

@Test("Nobody makes the cookie of a first step without the desk's key, or another's from one's own")
func forgedSteps() throws {
    let desk = try TestDesk()
    let (karim, zahra) = (try desk.member(.reviewer, "karim"), try desk.member(.administrator, "zahra"))
    let parts = try desk.store.passwordStep(of: karim, now: now).split(separator: ".").map(String.init)
    let later = String((Int(parts[1]) ?? 0) + 1)
    for forged in [
        "\(zahra.id).\(parts[1]).\(parts[2])", "\(parts[0]).\(later).\(parts[2])", "\(parts[0]).\(parts[1]).",
        "\(parts[0]).\(parts[1]).\(Token.random().text)", "", "..", "1", "x.y.z", "\(parts[0]).\(parts[1])",
        "99.\(parts[1]).\(parts[2])", parts.joined(separator: ".") + ".",
    ] {
        #expect(try desk.store.memberPastPassword(forged, now: now) == nil, "\(forged)")
    }
    #expect(try TestDesk().store.memberPastPassword(parts.joined(separator: "."), now: now) == nil)
}

@Test("A desk of the first version keeps its clerks' units, accounts and sessions when it is brought to this one")
func migration() throws {
    let database = try Database(path: TemporaryFolder.make("old") + "/desk.sqlite", mode: .create)
    try database.write {
        try database.runScript(Schema.steps[0])
        try database.runScript(
            """
            PRAGMA user_version = 1;
            INSERT INTO applicant (id, mobile, created) VALUES (1, '+989120000001', 5);
            INSERT INTO staff (id, name, role, password, mustChange, created)
                VALUES (1, 'karim', 'clerk', 'x', 0, 5), (2, 'zahra', 'reviewer', 'x', 1, 5), (3, 'reza', 'clerk', 'x', 0, 5);
            INSERT INTO staffUnit (staff, unit) VALUES (1, 'law'), (1, 'health'), (3, 'health');
            INSERT INTO session (id, staff, started, seen) VALUES (x'01', 1, 5, 5);
            """)
    }
    try database.write { try Schema.carryOut(from: 1, in: database) }
    let units = try database.all("SELECT units FROM staff ORDER BY id") { $0.text(0) }
    #expect(units.map { Set($0.split(separator: " ").map(String.init)) } == [["law", "health"], [], ["health"]])
    #expect(try database.first("SELECT count(*) FROM sqlite_schema WHERE name = 'staffUnit'") { $0.int(0) } == 0)
    #expect(try database.first("SELECT count(*) FROM session") { $0.int(0) } == 1)
    #expect(try database.first("SELECT authenticator FROM applicant") { $0.bytes(0) } == [])
    #expect(try database.all("PRAGMA foreign_key_check") { $0.int(0) }.isEmpty)
    #expect(try database.first("PRAGMA user_version") { $0.int(0) } == Schema.version)
}
