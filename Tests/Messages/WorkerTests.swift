import Desk
import Foundation
import Portal
@testable import Store
import Testing

@testable import Messages

/// What a worker reports.
final class Reports: @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [String] = []

    var lines: [String] { lock.withLock { kept } }
    func add(_ line: String) { lock.withLock { kept.append(line) } }
}

@Test("What is due leaves in order, and its words are not kept")
func sending() throws {
    let desk = try ExampleDesk()
    let codes = try (0..<3).map { try desk.askForCode("+98912000000\($0)") }
    let summary = try Worker(home: desk.home) { _ in }.runOnce(now: desk.now)
    #expect(summary.sent == 3 && summary.postponed == 0 && summary.failed == 0)
    #expect(desk.log.split(separator: "\n").map { $0.suffix(8).prefix(6) } == codes.map { $0[...] })
    #expect(try desk.outbox() == Array(repeating: ["sent", "", "1", "", "0"], count: 3))
    #expect(try Worker(home: desk.home) { _ in }.runOnce(now: desk.now) == Summary())
}

@Test("A message that the provider does not take is tried at growing waits, eight times in all")
func retries() throws {
    var gateway = HTTPGateway()
    var request = HTTPGateway.Request()
    request.url = "http://127.0.0.1:1/"
    gateway.requests = [request]
    let desk = try ExampleDesk(sms: .http(gateway))
    let code = try desk.askForCode(lifetime: 1_000_000)
    let reports = Reports()
    let worker = Worker(home: desk.home) { reports.add($0) }
    var now = desk.now
    for (tries, wait) in [10, 30, 120, 600, 3_600, 21_600, 21_600].enumerated() {
        #expect(try worker.runOnce(now: now).postponed == 1)
        #expect(try worker.runOnce(now: now + wait - 1) == Summary(), "it was tried before \(wait) seconds were over")
        #expect(try desk.outbox()[0][2] == String(tries + 1))
        now += wait
    }
    #expect(try worker.runOnce(now: now).failed == 1)
    let reason = "the provider cannot be reached: Couldn't connect to server"
    #expect(try desk.outbox() == [["failed", "", "8", reason, "0"]])
    #expect(reports.lines.first == "message 1 (code) to +98912•••6789 to be tried again: \(reason)")
    #expect(reports.lines.last == "message 1 (code) to +98912•••6789 given up: \(reason)")
    #expect(!reports.lines.contains { $0.contains(code) })
}

@Test("A final answer ends the tries at once")
func finalAnswers() throws {
    let server = try AnsweringServer(answer(403))
    let desk = try ExampleDesk(sms: .http(sender(server.port).gateway))
    try desk.askForCode()
    #expect(try Worker(home: desk.home) { _ in }.runOnce(now: desk.now).failed == 1)
    #expect(try desk.outbox() == [["failed", "", "1", "the provider answered with status 403", "0"]])
}

@Test("An expired code is not sent, and not kept until its next try", arguments: [(299, "waiting"), (300, "expired")])
func expiry(age: Int, state: String) throws {
    let desk = try ExampleDesk()
    try desk.askForCode()
    let store = try desk.store()
    try store.database.run("UPDATE outbox SET due = \(desk.now + 3_600)")
    #expect(try Worker(home: desk.home) { _ in }.runOnce(now: desk.now + age) == Summary())
    #expect(try desk.outbox()[0][0] == state)
    #expect(try desk.outbox()[0][1].isEmpty == (state == "expired"))
}

/// Ends every try in the middle, as a power cut would, after looking at what the store says.
private final class EndingGateway: Gateway {
    let desk: ExampleDesk
    private(set) var seen: [[String]] = []

    init(_ desk: ExampleDesk) { self.desk = desk }

    func send(_ entry: OutboxEntry) throws(SendFault) { seen += (try? desk.outbox()) ?? [] }
}

@Test("A try is counted before anything leaves, so that a store that fails afterwards does not send without end")
func tryIsCountedFirst() throws {
    let desk = try ExampleDesk()
    try desk.askForCode()
    let gateway = EndingGateway(desk)
    let delivery = Delivery(store: try desk.store(), gateway: gateway, clock: { desk.now }, report: { _ in })
    #expect(try delivery.sendAll(until: nil).sent == 1)
    #expect(gateway.seen.map { $0[2] } == ["1"])

    try desk.askForCode("+989120000000")
    let store = try desk.store()
    let entry = try #require(try store.dueMessages(limit: 1, now: desk.now).first)
    try store.beginTry(entry, retryAt: desk.now + 10)
    #expect(try store.dueMessages(limit: 1, now: desk.now + 9).isEmpty)
    #expect(try store.dueMessages(limit: 1, now: desk.now + 10).map(\.attempts) == [1])
}

@Test("One worker is enough: a second one is refused")
func oneWorker() throws {
    let desk = try ExampleDesk()
    let path = desk.home.data.workerLock
    let lock = try WorkerLock(desk.home.data)
    #expect(throws: WorkerFault.alreadyRunning(path: path)) {
        try Worker(home: desk.home) { _ in }.runOnce(now: desk.now)
    }
    #expect(throws: WorkerFault.alreadyRunning(path: path)) {
        try Worker(home: desk.home) { _ in }.watch(until: pipeToStop().signal)
    }
    _ = consume lock
    try Worker(home: desk.home) { _ in }.runOnce(now: desk.now)
}

@Test("Uploads without a letter go after a day", arguments: [(86_400, 0), (86_402, 1)])
func sweeping(age: Int, swept: Int) throws {
    let desk = try ExampleDesk()
    try #require(FileManager.default.createFile(atPath: desk.home.data.incoming + "/left", contents: nil))
    let now = Int(Date().timeIntervalSince1970)
    #expect(try Worker(home: desk.home) { _ in }.runOnce(now: now + age - 1).swept == swept)
}
