import Desk
import Foundation
import SQLite
import Secrets
import Testing

@testable import Store

private let mobile = MobileNumber(stored: "+989120000001")
private let defaults = Limits()

@Test("Fifty tries from eight threads count as exactly as many as the limit says", arguments: [1, 5, 10])
func exactlyTheLimit(tries: Int) throws {
    let desk = try TestDesk()
    let limits = Limits(codeTries: tries)
    var right = ""
    let token = try desk.store.makeCode(for: mobile, from: "192.0.2.1", assurance: .none, limits: limits, now: 1_000) {
        code in
        right = code
        return desk.message(.code, mobile)
    }
    let wrong = right == "000000" ? "000001" : "000000"
    let (home, results) = (desk.home, Tallied<CodeTry>())
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
        do {
            let own = try TestDesk(home)
            for number in 0..<50 where number % 8 == thread {
                results.add(try own.store.tryCode(wrong, token: token, from: "192.0.2.1", limits: limits, now: 1_000))
            }
        } catch {
            Issue.record(error)
        }
    }
    #expect(results.all.count == 50)
    #expect(
        Set(results.all.map { "\($0)" })
            == Set((1..<tries).map { "\(CodeTry.wrong(triesLeft: $0))" } + ["\(CodeTry.expired)"]))
    #expect(results.all.filter { $0 != .expired }.count == tries - 1, "each count of tries left is told once")
    #expect(try desk.store.database.first("SELECT tries FROM loginCode") { $0.int(0) } == tries)
    #expect(try desk.store.tryCode(right, token: token, from: "192.0.2.1", limits: limits, now: 1_000) == .expired)
}

@Test("A right code that arrives eight times at once signs in once")
func rightOnce() throws {
    let desk = try TestDesk()
    var right = ""
    let token = try desk.store.makeCode(for: mobile, from: "192.0.2.1", assurance: .none, limits: defaults, now: 1_000)
    { code in
        right = code
        return desk.message(.code, mobile)
    }
    let (home, results, typed) = (desk.home, Tallied<CodeTry>(), right)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do {
            results.add(
                try TestDesk(home).store.tryCode(typed, token: token, from: "192.0.2.1", limits: defaults, now: 1_000))
        } catch {
            Issue.record(error)
        }
    }
    #expect(results.all.filter { $0 == .right(mobile) }.count == 1)
    #expect(results.all.filter { $0 == .expired }.count == 7)
}

@Test("The code of one browser is nothing to another that asked for the same number")
func codesBelongToBrowsers() throws {
    let desk = try TestDesk()
    var codes: [(Token, String)] = []
    for now in [1_000, 1_060] {
        var sent = ""
        let token = try desk.store.makeCode(
            for: mobile, from: "192.0.2.1", assurance: .none, limits: defaults, now: now
        ) { code in
            sent = code
            return desk.message(.code, mobile)
        }
        codes.append((token, sent))
    }
    if codes[0].1 != codes[1].1 {
        #expect(
            try desk.store.tryCode(codes[1].1, token: codes[0].0, from: "192.0.2.1", limits: defaults, now: 1_060)
                == .wrong(triesLeft: 4))
    }
    #expect(
        try desk.store.tryCode(codes[0].1, token: codes[0].0, from: "192.0.2.1", limits: defaults, now: 1_060)
            == .right(mobile))
    #expect(
        try desk.store.tryCode(codes[1].1, token: codes[1].0, from: "192.0.2.1", limits: defaults, now: 1_060)
            == .right(mobile))
}

@Test(
    "A limit lets N through, refuses N and 1, says for how long, and lets through again when its window ends",
    arguments: [1, 2, 7])
func tallies(limit: Int) throws {
    let store = try TestDesk().store
    for _ in 0..<limit { #expect(try store.tally(.codesPerNumber, "a", limit: limit, seconds: 100, now: 1_000) == nil) }
    #expect(try store.tally(.codesPerNumber, "a", limit: limit, seconds: 100, now: 1_099) == 1)
    #expect(try store.tally(.codesPerNumber, "b", limit: limit, seconds: 100, now: 1_099) == nil, "another subject")
    #expect(try store.tally(.codesPerAddress, "a", limit: limit, seconds: 100, now: 1_099) == nil, "another kind")
    #expect(try store.tally(.codesPerNumber, "a", limit: limit, seconds: 100, now: 1_100) == nil, "another window")
}

@Test("Asking whether to wait does not count, and a count that was no abuse is taken back")
func waiting() throws {
    let store = try TestDesk().store
    for _ in 0..<3 { #expect(try store.waiting(.wrongCodes, "a", limit: 2, seconds: 100, now: 1_000) == nil) }
    _ = try store.tally(.wrongCodes, "a", limit: 2, seconds: 100, now: 1_000)
    #expect(try store.waiting(.wrongCodes, "a", limit: 2, seconds: 100, now: 1_000) == nil)
    _ = try store.tally(.wrongCodes, "a", limit: 2, seconds: 100, now: 1_000)
    #expect(try store.waiting(.wrongCodes, "a", limit: 2, seconds: 100, now: 1_010) == 90)
    #expect(try store.waiting(.wrongCodes, "a", limit: 2, seconds: 100, now: 1_100) == nil)
    try store.untally(.wrongCodes, "a")
    #expect(try store.waiting(.wrongCodes, "a", limit: 2, seconds: 100, now: 1_010) == nil)
    for _ in 0..<5 { try store.untally(.wrongCodes, "a") }
    #expect(
        try store.tally(.wrongCodes, "a", limit: 1, seconds: 100, now: 1_010) == nil, "a count never goes below nothing"
    )
}

@Test("Neither numbers nor addresses, codes or tokens stand in the tallies, codes and sessions as they are")
func nothingReadable() throws {
    let desk = try TestDesk()
    var right = ""
    let token = try desk.store.makeCode(for: mobile, from: "192.0.2.77", assurance: .none, limits: defaults, now: 1_000)
    { code in
        right = code
        return desk.message(.code, mobile)
    }
    let session = try desk.store.signIn(mobile, now: 1_000)
    for query: SQL in ["SELECT id FROM loginCode", "SELECT code FROM loginCode", "SELECT id FROM session"] {
        let row = try #require(try desk.store.database.first(query) { $0.bytes(0) })
        for secret in [token.bytes, session.bytes, Array(right.utf8)] { #expect(!row.contains(subsequence: secret)) }
    }
    let subjects = try desk.store.database.all("SELECT subject FROM tally") { $0.bytes(0) }
    #expect(subjects.count == 5)
    #expect(
        subjects.allSatisfy {
            !$0.contains(subsequence: Array("192.0.2.77".utf8)) && !$0.contains(subsequence: Array(mobile.e164.utf8))
        })
}

extension Limits {
    fileprivate init(codeTries: Int) {
        self.init()
        self.codeTries = codeTries
    }
}
