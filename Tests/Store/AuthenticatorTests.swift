import Desk
import Foundation
import SQLite
import Secrets
import Testing

@testable import Store

private let now = 1_790_000_010

/// A desk with a holder who has added an app.
struct DeskWithApp {
    let desk: TestDesk
    let holder: Session.Holder
    let token: Token
    let app: TOTP
    let recovery: [String]

    init(staff: Bool) throws {
        desk = try TestDesk()
        if staff {
            let member = try desk.member(.reviewer, "karim")
            (holder, token) = (.staff(member), try desk.store.signIn(member, now: now))
        } else {
            let applicant = try desk.applicant(now: now)
            (holder, token) = (.applicant(applicant), try desk.store.signIn(applicant.mobile, now: now))
        }
        app = try desk.store.offeredKey(to: holder, session: token)
        recovery = try #require(
            try desk.store.addAuthenticator(
                to: holder, appCode: app.code(counter: TOTP.counter(at: now)), session: token, now: now))
    }

    func code(_ steps: Int) -> SecondFactor { .appCode(app.code(counter: TOTP.counter(at: now) + steps)) }

    func attempt(_ typed: SecondFactor, after seconds: Int = 0) throws -> SecondFactorTry {
        try desk.store.trySecondFactor(typed, of: holder, limits: Limits(), now: now + seconds)
    }
}

@Test("The key that is offered is the same for a session, and another for every other one and once an app was added")
func offeredKeys() throws {
    let desk = try TestDesk()
    let member = try desk.member(.reviewer, "karim")
    let (one, other) = (try desk.store.signIn(member, now: now), try desk.store.signIn(member, now: now))
    let key = try desk.store.offeredKey(to: .staff(member), session: one)
    #expect(try desk.store.offeredKey(to: .staff(member), session: one) == key)
    #expect(try desk.store.offeredKey(to: .staff(member), session: other) != key)
    #expect(key.key.count == 20)
    let code = key.code(counter: TOTP.counter(at: now))
    #expect(try desk.store.addAuthenticator(to: .staff(member), appCode: code, session: one, now: now) != nil)
    #expect(try desk.store.offeredKey(to: .staff(member), session: one) != key)
}

@Test(
    "A wrong first code adds nothing; the right one adds the app, once, and ends the other sessions",
    arguments: [true, false])
func adding(staff: Bool) throws {
    let with = try DeskWithApp(staff: staff)
    #expect(with.recovery.count == 10)
    #expect(try with.desk.store.authenticator(of: with.holder) == .on(recoveryCodesLeft: 10))
    let another = try with.desk.store.offeredKey(to: with.holder, session: with.token)
    let again = try with.desk.store.addAuthenticator(
        to: with.holder, appCode: another.code(counter: TOTP.counter(at: now) + 1), session: with.token, now: now)
    #expect(again == nil, "an app is there already")
    #expect(try with.desk.store.session(with.token, limits: Limits(), now: now) != nil)
    #expect(try with.desk.count("session") == 1, "the other sessions are over")
    let event = try #require(try with.desk.store.audit(before: nil, limit: 1).first)
    #expect(event.kind == .authenticatorAdded && event.staff == (staff ? "karim" : nil))
    #expect(event.text == (staff ? "" : "…0001"))

    let desk = try TestDesk()
    let holder = Session.Holder.staff(try desk.member(.reviewer, "karim"))
    #expect(try desk.store.addAuthenticator(to: holder, appCode: "000000", session: .random(), now: now) == nil)
    #expect(try desk.store.authenticator(of: holder) == .off)
}

@Test("A code opens once; neither it nor the one before opens again", arguments: [true, false])
func codesOnce(staff: Bool) throws {
    let with = try DeskWithApp(staff: staff)
    #expect(try with.attempt(with.code(0)) == .wrong, "it was used to add the app")
    #expect(try with.attempt(with.code(1)) == .right)
    #expect(try with.attempt(with.code(1), after: 30) == .wrong)
    #expect(try with.attempt(with.code(0), after: 30) == .wrong)
    #expect(try with.attempt(with.code(2), after: 30) == .right)
}

/// Eight tries at once, each over a connection of its own that is open already; answers with how many ended so.
private func atOnce(
    _ desk: TestDesk, _ typed: SecondFactor, of holder: Session.Holder, times: Int = 8, now: Int, count: SecondFactorTry
) throws -> Int {
    let connections = Connections(try (0..<8).map { _ in try TestDesk(desk.home).store })
    let found = Counter()
    DispatchQueue.concurrentPerform(iterations: 8) { connection in
        for _ in 0..<times / 8 {
            do {
                let result = try connections[connection].trySecondFactor(typed, of: holder, limits: Limits(), now: now)
                if result == count { found.add() }
            } catch {
                Issue.record(error)
            }
        }
    }
    return found.value
}

/// Connections of which each is used by one thread alone.
private struct Connections: @unchecked Sendable {
    private let all: [Store]
    init(_ all: [Store]) { self.all = all }
    subscript(_ index: Int) -> Store { all[index] }
}

/// What threads count together.
private final class Counter: @unchecked Sendable {
    // Guarded by the lock.
    private var count = 0
    private let lock = NSLock()

    func add() { lock.withLock { count += 1 } }
    var value: Int { lock.withLock { count } }
}

@Test("Of eight equal codes that arrive at once one opens, and so of eight equal recovery codes")
func equalCodesAtOnce() throws {
    let with = try DeskWithApp(staff: true)
    for round in 1...10 {
        // A day later each time, so that no limit of wrong tries is reached.
        let later = now + round * 86_400
        let code = SecondFactor.appCode(with.app.code(counter: TOTP.counter(at: later)))
        #expect(try atOnce(with.desk, code, of: with.holder, now: later, count: .right) == 1)
        let recovery = SecondFactor.recoveryCode(with.recovery[round - 1])
        #expect(try atOnce(with.desk, recovery, of: with.holder, now: later + 43_200, count: .right) == 1)
    }
}

@Test(
    "A recovery code opens once in place of a code, is counted down, and stands in the audit", arguments: [true, false])
func recovery(staff: Bool) throws {
    let with = try DeskWithApp(staff: staff)
    #expect(try with.attempt(.recoveryCode(with.recovery[3])) == .right)
    #expect(try with.attempt(.recoveryCode(with.recovery[3])) == .wrong)
    #expect(try with.attempt(.recoveryCode("0000000000000000")) == .wrong)
    #expect(try with.desk.store.authenticator(of: with.holder) == .on(recoveryCodesLeft: 9))
    #expect(try with.desk.store.audit(before: nil, limit: 1).map(\.kind) == [.recoveryCodeUsed])
}

@Test("Five wrong tries in a quarter of an hour, and 25 in a day: the next is not looked at, even if it is right")
func tries() throws {
    let with = try DeskWithApp(staff: true)
    for _ in 0..<5 { #expect(try with.attempt(.appCode("000000")) == .wrong) }
    #expect(try with.attempt(with.code(1)) == .tooMany(retryAfter: 900))
    #expect(try with.attempt(with.code(1), after: 1) == .tooMany(retryAfter: 899))
    #expect(try with.attempt(.recoveryCode(with.recovery[0]), after: 899) == .tooMany(retryAfter: 1))
    #expect(try with.attempt(with.code(30), after: 900) == .right)
    for window in 1..<5 {
        for _ in 0..<5 { #expect(try with.attempt(.appCode("000000"), after: 900 * window) == .wrong) }
    }
    #expect(try with.attempt(with.code(150), after: 4_500) == .tooMany(retryAfter: 86_400 - 4_500))
    #expect(try with.attempt(with.code(2_880), after: 86_400) == .right)
}

@Test("Of sixty-four wrong tries at once five are looked at")
func wrongTriesAtOnce() throws {
    let with = try DeskWithApp(staff: true)
    for round in 1...10 {
        let wrong = try atOnce(
            with.desk, .appCode("abcdef"), of: with.holder, times: 64, now: now + round * 86_400, count: .wrong)
        #expect(wrong == 5)
    }
}

@Test("New recovery codes end the old ones; without the second factor there are none", arguments: [true, false])
func renewing(staff: Bool) throws {
    let with = try DeskWithApp(staff: staff)
    let refused = try with.desk.store.renewRecoveryCodes(
        of: with.holder, by: .appCode("000000"), limits: Limits(), now: now)
    #expect(refused.0 == .wrong && refused.codes.isEmpty)
    let renewed = try with.desk.store.renewRecoveryCodes(of: with.holder, by: with.code(1), limits: Limits(), now: now)
    #expect(renewed.0 == .right && renewed.codes.count == 10)
    #expect(try with.attempt(.recoveryCode(with.recovery[0])) == .wrong)
    #expect(try with.attempt(.recoveryCode(renewed.codes[0])) == .right)
}

@Test("Removing the app needs its code; a code from before opens no app that is added later", arguments: [true, false])
func removing(staff: Bool) throws {
    let with = try DeskWithApp(staff: staff)
    func remove(_ typed: SecondFactor) throws -> SecondFactorTry {
        try with.desk.store.removeAuthenticator(
            of: with.holder, by: typed, keeping: with.token, limits: Limits(), now: now)
    }
    #expect(try remove(.appCode("000000")) == .wrong)
    #expect(try with.desk.store.authenticator(of: with.holder) == .on(recoveryCodesLeft: 10))
    #expect(try remove(with.code(1)) == .right)
    #expect(try with.desk.store.authenticator(of: with.holder) == .off)
    #expect(try with.attempt(with.code(1), after: 30) == .wrong)
    #expect(try with.attempt(.recoveryCode(with.recovery[0])) == .wrong, "the recovery codes are gone too")
    #expect(try with.desk.store.storedAuthenticator(of: with.holder).counter == TOTP.counter(at: now) + 1)
}

@Test(
    "The stored key is sealed: neither its bytes nor its text are in the database, and in another row it opens nothing")
func sealed() throws {
    let with = try DeskWithApp(staff: true)
    let stored = try with.desk.store.storedAuthenticator(of: with.holder).sealed
    #expect(stored.count == 60)
    #expect(!stored.indices.dropLast(19).contains { Array(stored[$0..<$0 + 20]) == with.app.key })
    let other = Session.Holder.staff(try with.desk.member(.clerk, "zahra"))
    try with.desk.store.save(try with.desk.store.storedAuthenticator(of: with.holder), of: other)
    #expect(
        try with.desk.store.trySecondFactor(with.code(1), of: other, limits: Limits(), now: now) == .wrong)
    #expect(try with.attempt(with.code(1)) == .right)
}
