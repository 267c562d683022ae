import Desk
import Foundation
import Secrets
import Testing

@testable import Store

private let mobile = MobileNumber(stored: "+989120000001")

private func code(
    _ desk: TestDesk, _ mobile: MobileNumber = mobile, from address: String = "192.0.2.1", now: Int = 1_000
) throws -> (Token, String) {
    var sent = ""
    let token = try desk.store.makeCode(for: mobile, from: address, assurance: .none, limits: Limits(), now: now) {
        code in
        sent = code
        return desk.message(.code, mobile, expires: now + 300)
    }
    return (token, sent)
}

@Test("The right code signs in once")
func rightCode() throws {
    let desk = try TestDesk()
    let (token, right) = try code(desk)
    #expect(right.utf8.count == 6)
    #expect(
        try desk.store.tryCode(right, token: token, from: "192.0.2.1", limits: Limits(), now: 1_299) == .right(mobile))
    #expect(try desk.store.tryCode(right, token: token, from: "192.0.2.1", limits: Limits(), now: 1_299) == .expired)
}

@Test("A code is refused when it is too old, and for another browser's token")
func expiredCode() throws {
    let desk = try TestDesk()
    let (token, right) = try code(desk)
    #expect(try desk.store.tryCode(right, token: token, from: "192.0.2.1", limits: Limits(), now: 1_300) == .expired)
    #expect(
        try desk.store.tryCode(right, token: Token.random(), from: "192.0.2.1", limits: Limits(), now: 1_000)
            == .expired)
    #expect(try desk.store.mobileWaiting(for: token, now: 1_299) == mobile)
    #expect(try desk.store.mobileWaiting(for: token, now: 1_300) == nil)
}

@Test("Five wrong tries count down, and the sixth is refused even when it is right")
func sixthTry() throws {
    let desk = try TestDesk()
    let (token, right) = try code(desk)
    let wrong = right == "000000" ? "000001" : "000000"
    for left in [4, 3, 2, 1] {
        #expect(
            try desk.store.tryCode(wrong, token: token, from: "192.0.2.1", limits: Limits(), now: 1_000)
                == .wrong(triesLeft: left))
    }
    #expect(try desk.store.tryCode(wrong, token: token, from: "192.0.2.1", limits: Limits(), now: 1_000) == .expired)
    #expect(try desk.store.tryCode(right, token: token, from: "192.0.2.1", limits: Limits(), now: 1_000) == .expired)
}

@Test("A code is refused at the sixth try, even when fifty arrive at once")
func parallelTries() throws {
    let desk = try TestDesk()
    let (token, right) = try code(desk)
    let wrong = right == "000000" ? "000001" : "000000"
    let results = Results()
    let home = desk.home
    DispatchQueue.concurrentPerform(iterations: 50) { _ in
        do {
            results.add(
                try TestDesk(home).store.tryCode(wrong, token: token, from: "192.0.2.1", limits: Limits(), now: 1_000))
        } catch {
            Issue.record(error)
        }
    }
    #expect(results.all.count == 50)
    #expect(results.all.filter { if case .wrong = $0 { true } else { false } }.count == 4)
}

/// What threads have found.
private final class Results: @unchecked Sendable {
    // Guarded by the lock.
    private var found: [CodeTry] = []
    private let lock = NSLock()

    func add(_ result: CodeTry) { lock.withLock { found.append(result) } }
    var all: [CodeTry] { lock.withLock { found } }
}

@Test("A new code does not give a guesser new tries without end")
func newCodesDoNotResetTheCount() throws {
    let desk = try TestDesk()
    for round in 0..<3 {
        let now = 1_000 + round * 60
        let (token, right) = try code(desk, now: now)
        let wrong = right == "000000" ? "000001" : "000000"
        for _ in 0..<5 {
            _ = try desk.store.tryCode(wrong, token: token, from: "192.0.2.1", limits: Limits(), now: now)
        }
        if round == 2 {
            #expect(
                try desk.store.tryCode(right, token: token, from: "192.0.2.1", limits: Limits(), now: now) == .expired)
        }
    }
    let (token, right) = try code(desk, now: 1_300)
    #expect(
        try desk.store.tryCode(right, token: token, from: "192.0.2.1", limits: Limits(), now: 1_300) == .expired,
        "ten wrong tries in an hour")
}

@Test("A number gets a code a minute and five a day, an address thirty an hour, and the portal has a cap")
func codeLimits() throws {
    let desk = try TestDesk()
    _ = try code(desk)
    #expect(throws: CodeRefusal.tooMany(retryAfter: 1)) { try code(desk, now: 1_059) }
    for number in 1..<5 { _ = try code(desk, now: 1_000 + number * 60) }
    #expect(throws: CodeRefusal.tooMany(retryAfter: 86_400 - 300)) { try code(desk, now: 1_300) }
    _ = try code(desk, now: 1_000 + 86_400)

    let other = try TestDesk()
    for number in 0..<30 { _ = try code(other, MobileNumber(stored: "+98912000\(1_000 + number)"), now: 1_000) }
    #expect(throws: CodeRefusal.self) { try code(other, now: 4_599) }
    _ = try code(other, now: 4_600)
    _ = try code(other, MobileNumber(stored: "+989129999999"), from: "192.0.2.2", now: 1_000)

    var limits = Limits()
    limits.codesPerDay = 1
    let capped = try TestDesk()
    func ask(_ mobile: String) throws {
        let mobile = MobileNumber(stored: mobile)
        _ = try capped.store.makeCode(for: mobile, from: mobile.e164, assurance: .none, limits: limits, now: 1) { _ in
            capped.message(.code, mobile)
        }
    }
    try ask("+989120000001")
    #expect(throws: CodeRefusal.self) { try ask("+989120000002") }
    #expect(try capped.count("outbox") == 1, "a refused wish sends nothing")
}

@Test("A session lives while it is used, says who it is, and dies at once when it is ended")
func sessions() throws {
    let desk = try TestDesk()
    let token = try desk.store.signIn(mobile, now: 1_000)
    let limits = Limits()
    #expect(try desk.store.session(token, limits: limits, now: 2_799) != nil)
    #expect(try desk.store.session(token, limits: limits, now: 4_598) != nil, "it was seen meanwhile")
    #expect(try desk.store.session(token, limits: limits, now: 4_598 + 1_800) == nil)
    #expect(try desk.store.session(Token.random(), limits: limits, now: 1_000) == nil)
    try desk.store.signOut(token)
    #expect(try desk.store.session(token, limits: limits, now: 4_598) == nil)
    #expect(try desk.applicant(now: 9_000).id == desk.applicant(now: 9_001).id, "the same number is the same applicant")
}

@Test("A form's token belongs to one cookie")
func formTokens() throws {
    let desk = try TestDesk()
    let cookie = Token.random()
    #expect(desk.store.isFormToken(desk.store.formToken(for: cookie), for: cookie))
    #expect(!desk.store.isFormToken(desk.store.formToken(for: Token.random()), for: cookie))
    #expect(!desk.store.isFormToken("", for: cookie))
}
