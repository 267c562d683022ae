import Desk
import Secrets
import Testing

@testable import Store

@Test("A cookie of somebody's own making leaves nothing in the database, and spends no code of ours")
func forgedCookies() throws {
    let desk = try TestDesk()
    let own = desk.store.securityCodeCookie(digits: "12345", expires: 1_300)
    let parts = own.split(separator: ".").map(String.init)
    // The last part is the seal of the digits: a wrong one is a wrong answer, and that spends the code.
    for place in parts.indices.dropLast() {
        var forged = parts
        forged[place] = place == 0 ? "1299" : Token.random().text
        #expect(try !desk.store.spendSecurityCode(cookie: forged.joined(separator: "."), typed: "12345", now: 1_000))
    }
    #expect(try desk.count("tally") == 0)
    #expect(try desk.store.spendSecurityCode(cookie: own, typed: "12345", now: 1_000))
    #expect(try desk.count("tally") == 1)
}

@Test("A right answer that arrives eight times at once is right once")
func spentOnce() async throws {
    let desk = try TestDesk()
    let cookie = desk.store.securityCodeCookie(digits: "12345", expires: 1_300)
    let home = desk.home
    let right = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
            group.addTask { try TestDesk(home).store.spendSecurityCode(cookie: cookie, typed: "12345", now: 1_000) }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(right == 1)
}

@Test("The cookie does not show its digits, and two for the same digits differ")
func opaque() throws {
    let store = try TestDesk().store
    let (one, other) = (
        store.securityCodeCookie(digits: "98765", expires: 1_300),
        store.securityCodeCookie(digits: "98765", expires: 1_300)
    )
    #expect(one != other)
    #expect(!one.contains("98765"))
    #expect(
        one.utf8.allSatisfy { (0x21...0x7e).contains($0) && ![0x22, 0x2c, 0x3b, 0x5c].contains($0) },
        "RFC 6265 cookie-octets")
}

@Test("Another desk's cookie is worth nothing here")
func anotherDesk() throws {
    let cookie = try TestDesk().store.securityCodeCookie(digits: "12345", expires: 1_300)
    #expect(try !TestDesk().store.spendSecurityCode(cookie: cookie, typed: "12345", now: 1_000))
}

@Test(
    "No part of a cookie is the seal of another: neither nothing nor a part of its own answers it",
    arguments: ["", " ", "1300"])
func partsExchanged(typed: String) throws {
    let desk = try TestDesk()
    for (from, to) in [(2, 3), (3, 2), (1, 3), (1, 2)] {
        var parts = desk.store.securityCodeCookie(digits: "12345", expires: 1_300).split(separator: ".").map(
            String.init)
        parts[to] = parts[from]
        #expect(
            try !desk.store.spendSecurityCode(cookie: parts.joined(separator: "."), typed: typed, now: 1_000),
            "\(from) for \(to)")
    }
}
