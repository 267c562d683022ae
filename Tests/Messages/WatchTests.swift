import Foundation
import Portal
import Testing
import Watching

@testable import Messages

/// A signal to stop, and the descriptor to write to for raising it.
func pipeToStop() throws -> (signal: StopSignal, raise: Int32) {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    return (StopSignal(readable: ends[0]), ends[1])
}

/// A worker that watches in a thread of its own.
final class Watch: Sendable {
    let reports = Reports()
    private let ended = DispatchSemaphore(value: 0)
    private let raise: Int32

    init(_ desk: ExampleDesk) throws {
        let stop = try pipeToStop()
        raise = stop.raise
        let worker = Worker(home: desk.home) { [reports] in reports.add($0) }
        Thread.detachNewThread { [reports, ended] in
            do { try worker.watch(until: stop.signal) } catch { reports.add("ended: \(error)") }
            ended.signal()
        }
    }

    /// Whether the worker has ended within two seconds.
    func stop() -> Bool {
        _ = write(raise, "x", 1)
        close(raise)
        return ended.wait(timeout: .now() + 2) == .success
    }
}

/// Seconds until something is so; nil after so many.
private func seconds(within limit: Double, until condition: () -> Bool) -> Double? {
    let started = Date()
    while !condition() {
        if Date().timeIntervalSince(started) > limit { return nil }
        usleep(2_000)
    }
    return Date().timeIntervalSince(started)
}

@Test("A watching worker sends a new message within a second, and ends when told")
func watching() throws {
    let desk = try ExampleDesk()
    let watch = try Watch(desk)
    let first = try desk.askForCode()
    #expect(seconds(within: 5) { desk.log.contains(first) } != nil)
    usleep(300_000)
    let code = try desk.askForCode("+989120000000")
    let wait = seconds(within: 1) { desk.log.contains(code) }
    #expect(wait != nil, "nobody woke the worker")
    #expect(watch.stop())
    #expect(watch.reports.lines.isEmpty)
}

@Test("A failed round is reported and does not end the watching, and a new release counts for the next message")
func failedRounds() throws {
    let desk = try ExampleDesk()
    let watch = try Watch(desk)
    defer { #expect(watch.stop()) }
    try #require(rename(desk.home.snapshot, desk.home.snapshot + ".away") == 0)
    try desk.askForCode()
    #expect(seconds(within: 2) { watch.reports.lines.contains { $0.hasPrefix("sending failed: ") } } != nil)
    try #require(rename(desk.home.snapshot + ".away", desk.home.snapshot) == 0)
    let code = try desk.askForCode("+989120000000")
    #expect(seconds(within: 1) { desk.log.contains(code) } != nil)

    let server = try AnsweringServer(answer(200))
    try desk.release(.http(sender(server.port, "to={to}").gateway))
    try desk.askForCode("+989120000001")
    #expect(server.request().hasSuffix("to=09120000001"))
}

@Test("A worker that is told to stop finishes its message and begins no other")
func stoppingInTheMiddle() throws {
    let server = try AnsweringServer(answer(200), delay: 0.5)
    let desk = try ExampleDesk(sms: .http(sender(server.port).gateway))
    try desk.askForCode()
    try desk.askForCode("+989120000000")
    let watch = try Watch(desk)
    #expect(seconds(within: 2) { (try? desk.outbox().first?[2]) == "1" } != nil)
    #expect(watch.stop())
    #expect(try desk.outbox().map { [$0[0], $0[2]] } == [["sent", "1"], ["waiting", "0"]])
}

@Test(
    "A worker looks again when the next message is due, after 30 seconds at most, and not at once after a failure",
    arguments: [(nil, true, 30), (130, true, 30), (129, true, 29), (101, true, 1), (90, true, 1), (101, false, 30)]
        as [(Int?, Bool, Int)])
func pauses(nextDue: Int?, isWell: Bool, seconds: Int) {
    #expect(Worker.pause(now: 100, nextDue: nextDue, isWell: isWell) == seconds)
}
