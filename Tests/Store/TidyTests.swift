import Desk
import Foundation
import Portal
import Secrets
import Testing

@testable import Store

private let mobile = MobileNumber(stored: "+989120000001")

@Test("Tidying deletes what has expired and leaves what is alive")
func tidying() throws {
    let desk = try TestDesk()
    let alive = try desk.store.signIn(mobile, now: 50_000)
    let dead = try desk.store.signIn(mobile, now: 49_999)
    for (number, now) in [1_000, 40_000].enumerated() {
        let mobile = MobileNumber(stored: "+98912000000\(number)")
        _ = try desk.store.makeCode(for: mobile, from: "192.0.2.1", assurance: .none, limits: Limits(), now: now) { _ in
            desk.message(.code, mobile)
        }
        _ = try desk.store.spendSecurityCode(
            Challenge(.securityCode, level: 5, expires: now + 300), typed: "2", now: now)
    }
    try desk.store.tidy(now: 41_000, sessionsBefore: 50_000)
    #expect(try desk.store.session(alive, limits: Limits(), now: 50_000) != nil)
    #expect(try desk.store.session(dead, limits: Limits(), now: 50_000) == nil)
    #expect(try desk.count("loginCode") == 1)
    #expect(try desk.count("tally WHERE kind = 'challengeUses'") == 0)
    #expect(
        try desk.store.database.first("SELECT expires FROM tally WHERE kind = 'codesPerDay'") { $0.int(0) } == 1_000
            + 86_400, "a day's count stays a day")
    #expect(try desk.count("outbox") == 2, "what waits is never deleted")
}

@Test("A sent message is remembered for ninety days", arguments: [(90, 1), (91, 0)])
func rememberedMessages(days: Int, rows: Int) throws {
    let desk = try TestDesk()
    try desk.store.write { try desk.store.enqueue(desk.message(.registered, mobile), now: 1_000) }
    try desk.store.markSent(try #require(try desk.store.dueMessages(limit: 1, now: 1_000).first))
    try desk.store.tidy(now: 1_000 + days * 86_400, sessionsBefore: 0)
    #expect(try desk.count("outbox") == rows)
}

@Test("A message that cannot be sent at all is given up, and its words with it")
func givenUp() throws {
    let desk = try TestDesk()
    try desk.store.write { try desk.store.enqueue(desk.message(.accepted, mobile), now: 10) }
    let entry = try #require(try desk.store.dueMessages(limit: 1, now: 10).first)
    try desk.store.beginTry(entry, retryAt: 900)
    try desk.store.markFailed(entry, error: "status 403", retryAt: nil)
    #expect(try desk.store.dueMessages(limit: 9, now: 1_000_000).isEmpty)
    #expect(try desk.store.nextDue() == nil)
    let row = try desk.store.database.first("SELECT state, text, length(arguments), error, attempts FROM outbox") {
        [$0.text(0), $0.text(1), $0.text(2), $0.text(3), $0.text(4)]
    }
    #expect(row == ["failed", "", "0", "status 403", "1"])
}

@Test("A message is worth sending until the second at which it expires", arguments: [(299, 1), (300, 0)])
func expiry(now: Int, left: Int) throws {
    let desk = try TestDesk()
    try desk.store.write { try desk.store.enqueue(desk.message(.code, mobile, expires: 300), now: 0) }
    #expect(try desk.store.dueMessages(limit: 9, now: now).count == left)
    #expect(try desk.store.database.first("SELECT text FROM outbox") { $0.text(0) } == (left == 1 ? "text" : ""))
}

@Test("Due messages come by their time, then in the order in which they were put in, and no more than asked for")
func dueOrder() throws {
    let desk = try TestDesk()
    try desk.store.write {
        for now in [30, 10, 20, 10] { try desk.store.enqueue(desk.message(.registered, mobile), now: now) }
    }
    #expect(try desk.store.dueMessages(limit: 9, now: 30).map(\.id) == [2, 4, 3, 1])
    #expect(try desk.store.dueMessages(limit: 2, now: 30).map(\.id) == [2, 4])
    #expect(try desk.store.dueMessages(limit: 9, now: 19).map(\.id) == [2, 4])
    #expect(try desk.store.nextDue() == 10)
}

@Test("Arguments of a message come back, empty ones and hostile ones too")
func arguments() throws {
    let desk = try TestDesk()
    let arguments = ["code": "123456", "empty": "", "reason": "«x»\n\"'&{}", "": "unnamed"]
    try desk.store.write {
        try desk.store.enqueue(
            Message(kind: .rejected, to: mobile, text: "متن", arguments: arguments, expires: 9), now: 1)
    }
    let message = try #require(try desk.store.dueMessages(limit: 1, now: 1).first?.message)
    #expect(message == Message(kind: .rejected, to: mobile, text: "متن", arguments: arguments, expires: 9))
}

@Test("Putting a message in changes the file for which the worker waits")
func wake() throws {
    let desk = try TestDesk()
    var before = stat()
    stat(desk.home.data.wake, &before)
    usleep(20_000)
    try desk.register(from: desk.applicant())
    var after = stat()
    stat(desk.home.data.wake, &after)
    #expect((before.st_mtim.tv_sec, before.st_mtim.tv_nsec) != (after.st_mtim.tv_sec, after.st_mtim.tv_nsec))
}

@Test("A try is counted before it is made, and again only after its time: a worker that dies does not send without end")
func begunTries() throws {
    let desk = try TestDesk()
    try desk.store.write { try desk.store.enqueue(desk.message(.accepted, mobile), now: 10) }
    let entry = try #require(try desk.store.dueMessages(limit: 1, now: 10).first)
    try desk.store.beginTry(entry, retryAt: 70)
    #expect(try desk.store.dueMessages(limit: 9, now: 69).isEmpty)
    let again = try #require(try desk.store.dueMessages(limit: 9, now: 70).first)
    #expect((again.attempts, again.message.text) == (1, "text"))
    try desk.store.beginTry(again, retryAt: nil)
    #expect(try desk.store.dueMessages(limit: 9, now: 10_000).isEmpty)
    #expect(try desk.count("outbox WHERE state = 'failed' AND text = ''") == 1)
}
