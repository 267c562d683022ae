import Desk
import Foundation
import Secrets
import Testing

@testable import Store

private let campus = "192.0.2.1"

private func limits(_ change: (inout Limits) -> Void) -> Limits {
    var limits = Limits()
    change(&limits)
    return limits
}

extension TestDesk {
    @discardableResult
    fileprivate func ask(
        _ number: Int, from network: String = campus, showing assurance: Assurance = .usual, _ limits: Limits,
        now: Int = 1_000
    ) throws -> Token {
        let mobile = MobileNumber(stored: "+98912\(number)")
        return try store.makeCode(for: mobile, from: network, assurance: assurance, limits: limits, now: now) { _ in
            message(.code, mobile)
        }
    }
}

@Test("Past its limit an address needs the harder code and is not locked out; other addresses need nothing more")
func sharedAddress() throws {
    let desk = try TestDesk()
    let limits = limits { $0.codesPerAddress = 3 }
    for number in 1_000_001...1_000_003 {
        #expect(try desk.store.neededAssurance(from: campus, limits: limits, now: 1_000) == .usual)
        try desk.ask(number, limits)
    }
    #expect(try desk.store.neededAssurance(from: campus, limits: limits, now: 1_000) == .harder)
    #expect(throws: CodeRefusal.harderCodeNeeded) { try desk.ask(1_000_004, limits) }
    for number in 1_000_005...1_000_040 { try desk.ask(number, showing: .harder, limits) }
    #expect(try desk.store.neededAssurance(from: "192.0.2.2", limits: limits, now: 1_000) == .usual)
    try desk.ask(1_000_050, from: "192.0.2.2", limits)
    #expect(try desk.store.neededAssurance(from: campus, limits: limits, now: 4_600) == .usual, "an hour later")
}

@Test("Where the portal asks for no security code, the limit of an address is a wall")
func wall() throws {
    let desk = try TestDesk()
    let limits = limits { $0.codesPerAddress = 1 }
    try desk.ask(1_000_001, showing: .none, limits)
    #expect(throws: CodeRefusal.tooMany(retryAfter: 3_600)) { try desk.ask(1_000_002, showing: .none, limits) }
}

@Test("Wrong security codes and wrong one-time codes count for the address that they came from")
func wrongAnswers() throws {
    let desk = try TestDesk()
    let limits = limits { $0.codesPerAddress = 3 }
    let token = try desk.ask(1_000_001, from: "192.0.2.9", limits)
    #expect(try desk.store.tryCode("x", token: token, from: campus, limits: limits, now: 1_000) == .wrong(triesLeft: 4))
    for _ in 0..<2 {
        #expect(try desk.store.neededAssurance(from: campus, limits: limits, now: 1_000) == .usual)
        try desk.store.countWrong(from: campus, limits: limits, now: 1_000)
    }
    #expect(try desk.store.neededAssurance(from: campus, limits: limits, now: 1_000) == .harder)
    #expect(throws: CodeRefusal.harderCodeNeeded) { try desk.ask(1_000_002, limits) }
}

@Test("After many wrong one-time codes in the whole portal everybody needs the harder code, at N and not before")
func portalUnderAttack() throws {
    let desk = try TestDesk()
    let limits = limits { $0.wrongCodesPerHour = 4 }
    let tokens = try (0..<2).map { try desk.ask(1_000_001 + $0, from: "192.0.2.\($0)", limits) }
    for (place, token) in [0, 1, 0, 1].map({ ($0, tokens[$0]) }) {
        #expect(try desk.store.neededAssurance(from: campus, limits: limits, now: 1_000) == .usual)
        _ = try desk.store.tryCode("x", token: token, from: "198.51.100.\(place)", limits: limits, now: 1_000)
    }
    #expect(try desk.store.neededAssurance(from: campus, limits: limits, now: 1_000) == .harder)
    #expect(throws: CodeRefusal.harderCodeNeeded) { try desk.ask(1_000_009, limits) }
    try desk.ask(1_000_009, showing: .harder, limits)
}

@Test("The numbers of one prefix share their codes, from whatever addresses they are asked for")
func prefixes() throws {
    let desk = try TestDesk()
    let limits = limits { $0.codesPerPrefix = 3 }
    for last in 1...3 { try desk.ask(1_230_000 + last, from: "192.0.2.\(last)", limits) }
    #expect(throws: CodeRefusal.tooMany(retryAfter: 3_600)) {
        try desk.ask(1_239_999, from: "192.0.2.99", showing: .harder, limits)
    }
    try desk.ask(1_240_000, limits)
    try desk.ask(1_239_999, limits, now: 4_600)
    #expect(try desk.count("outbox") == 5, "a refused wish sends nothing")
}

@Test("Fifty wishes from one address at once: as many pass with the usual code as the limit says", arguments: [1, 7])
func exactlyTheAddressLimit(limit: Int) throws {
    let desk = try TestDesk()
    let limits = limits { $0.codesPerAddress = limit }
    let (home, results) = (desk.home, Tallied<Bool>())
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
        do {
            let own = try TestDesk(home)
            for number in 0..<50 where number % 8 == thread {
                do {
                    try own.ask(1_000_000 + number, limits)
                    results.add(true)
                } catch CodeRefusal.harderCodeNeeded {
                    results.add(false)
                }
            }
        } catch {
            Issue.record(error)
        }
    }
    #expect(results.all.count == 50)
    #expect(results.all.count { $0 } == limit)
    #expect(try desk.count("outbox") == limit)
}
