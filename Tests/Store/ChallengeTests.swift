import Desk
import Secrets
import Testing

@testable import Store

private func code(expires: Int = 1_300, level: Int = 5) -> Challenge {
    Challenge(.securityCode, level: level, expires: expires)
}

/// Counts up until the work is done, as the page's script does.
private func solution(of challenge: Challenge) -> String {
    var number = 0
    while !ProofOfWork.isSolved(challenge.nonce.text, by: String(number), bits: challenge.level) { number += 1 }
    return String(number)
}

@Test("A security code works once, for its own digits, whatever was typed first")
func securityCodes() throws {
    let desk = try TestDesk()
    let used = code()
    let digits = desk.store.key.secret(of: used).digits
    #expect(try desk.store.spendSecurityCode(used, typed: digits, now: 1_299))
    #expect(try !desk.store.spendSecurityCode(used, typed: digits, now: 1_299))
    let wrong = code()
    #expect(try !desk.store.spendSecurityCode(wrong, typed: "x", now: 1_299))
    let late = desk.store.key.secret(of: wrong).digits
    #expect(try !desk.store.spendSecurityCode(wrong, typed: late, now: 1_299), "a wrong answer spends it too")
    #expect(try !desk.store.spendSecurityCode(code(), typed: "", now: 1_299), "nothing answers nothing")
}

@Test("The digits follow from the challenge, have the length asked for, and are evenly spread")
func digits() throws {
    let store = try TestDesk().store
    for level in [4, 5, 7, 8] {
        let challenge = code(level: level)
        #expect(store.key.secret(of: challenge).digits.utf8.count == level)
        #expect(store.key.secret(of: challenge) == store.key.secret(of: challenge))
    }
    let many = (0..<2_000).map { _ in store.key.secret(of: code()).digits }.joined()
    for digit in "0123456789" { #expect((850...1_150).contains(many.count { $0 == digit }), "\(digit)") }
    let another = try TestDesk().store
    let same = (0..<50).map { _ in code() }.count {
        store.key.secret(of: $0).digits == another.key.secret(of: $0).digits
    }
    #expect(same <= 1, "another desk's key gives other digits")
}

@Test("A proof of work counts once; a wrong one leaves no trace and spends nothing")
func work() throws {
    let desk = try TestDesk()
    let challenge = Challenge(.work, level: 10, expires: 1_300)
    let right = solution(of: challenge)
    for wrong in ["", "x", "-1", right + "0", "99999999999999999"] {
        #expect(try !desk.store.spendWork(challenge, solution: wrong, now: 1_000), "\(wrong)")
    }
    #expect(try desk.count("tally") == 0)
    #expect(try desk.store.spendWork(challenge, solution: right, now: 1_000))
    #expect(try !desk.store.spendWork(challenge, solution: right, now: 1_000))
}

@Test("A cookie gives its challenge back until the second in which it expires, and of its own kind only")
func cookies() throws {
    let store = try TestDesk().store
    let challenge = code()
    let cookie = store.key.cookie(of: challenge)
    #expect(store.key.challenge(.securityCode, cookie: cookie, now: 1_299) == challenge)
    #expect(store.key.challenge(.securityCode, cookie: cookie, now: 1_300) == nil)
    #expect(store.key.challenge(.work, cookie: cookie, now: 1_299) == nil, "an image's code is no puzzle")
    #expect(try TestDesk().store.key.challenge(.securityCode, cookie: cookie, now: 1_000) == nil, "another desk's")
    #expect(
        cookie.utf8.allSatisfy { (0x21...0x7e).contains($0) && ![0x22, 0x2c, 0x3b, 0x5c].contains($0) },
        "RFC 6265 cookie-octets")
}

@Test("A cookie of which any part was changed is none of ours: not later, not easier, not another nonce")
func forgedCookies() throws {
    let store = try TestDesk().store
    let parts = store.key.cookie(of: code()).split(separator: ".").map(String.init)
    for (place, forged) in [
        (0, "1400"), (0, "01300"), (1, "1"), (1, "05"), (2, Token.random().text), (3, Token.random().text),
    ] {
        var changed = parts
        changed[place] = forged
        let read = store.key.challenge(.securityCode, cookie: changed.joined(separator: "."), now: 1_000)
        #expect(
            read == nil || read == store.key.challenge(.securityCode, cookie: parts.joined(separator: "."), now: 1_000))
        if !forged.hasPrefix("0") { #expect(read == nil, "\(forged) in place \(place)") }
    }
    for (from, to) in [(2, 3), (3, 2)] {
        var changed = parts
        changed[to] = parts[from]
        #expect(store.key.challenge(.securityCode, cookie: changed.joined(separator: "."), now: 1_000) == nil)
    }
    for junk in ["", "...", "1300", "1300.5.x.y", "x.5.\(Token.random().text).\(Token.random().text)"] {
        #expect(store.key.challenge(.securityCode, cookie: junk, now: 1_000) == nil, "\(junk)")
    }
}

@Test("A right answer that arrives eight times at once is right once")
func spentOnce() async throws {
    let desk = try TestDesk()
    let challenge = code()
    let (home, digits) = (desk.home, desk.store.key.secret(of: challenge).digits)
    let right = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
            group.addTask { try TestDesk(home).store.spendSecurityCode(challenge, typed: digits, now: 1_000) }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(right == 1)
}
