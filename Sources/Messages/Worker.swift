import Glibc
import Portal
import Store
import Watching

/// `pishkhan work`: sends what waits in the outbox, empties the quarantine, and keeps house.
public struct Worker: Sendable {
    private let home: Home
    private let report: @Sendable (String) -> Void

    /// A worker for a desk.
    ///
    /// - Parameter report: told of each failure, in one line without anything personal.
    public init(home: Home, report: @escaping @Sendable (String) -> Void) {
        self.home = home
        self.report = report
    }

    /// Sends what is due, empties the quarantine and tidies up, once.
    ///
    /// - Parameter now: UTC seconds.
    @discardableResult
    public func runOnce(now: Int) throws -> Summary {
        try home.data.check(documentRoot: nil)
        let lock = try WorkerLock(home.data)
        let store = try Store(opening: home.data, isDurable: false)
        var summary = try send(from: store, clock: { now }, until: nil)
        attempt("scanning") {
            let scanned = try QuarantineWatch.empty(home, stop: nil, clock: { now }, report: report)
            (summary.released, summary.infected) = (scanned.released, scanned.infected)
        }
        if summary.infected > 0 { summary.sent += try send(from: store, clock: { now }, until: nil).sent }
        do {
            summary.swept = try tidy(store, now: now)
        } catch {
            throw home.data.cause(of: error)
        }
        attempt("keeping the audit's head") { try store.keepAuditHead() }
        _ = consume lock
        return summary
    }

    /// Works until `stop`, which is SIGTERM and SIGINT if not given; a message that is being sent is finished.
    ///
    /// The store stays open meanwhile, which also spares every request the rebuilding of SQLite's WAL index.
    public func watch(until stop: StopSignal? = nil) throws {
        let stop = try stop ?? StopSignal()
        try home.data.check(documentRoot: nil)
        let lock = try WorkerLock(home.data)
        let waiting = try Waiting(watching: home.data.wake, stop: stop)
        let store = try Store(opening: home.data, isDurable: false)
        let report = self.report
        let quarantine = QuarantineWatch(home: home, until: stop) { report("scanning failed: \($0)") }
        defer { quarantine.join() }
        // By a clock that nobody sets.
        var tidied: ContinuousClock.Instant?
        var headKept: ContinuousClock.Instant?
        while !stop.isRaised {
            let isWell = attempt("sending") { _ = try send(from: store, clock: { time(nil) }, until: stop) }
            if tidied.map({ $0.duration(to: .now) >= .seconds(3_600) }) ?? true {
                attempt("tidying") { _ = try tidy(store, now: time(nil)) }
                tidied = .now
            }
            // Each time costs a sync, which requests would feel.
            if headKept.map({ $0.duration(to: .now) >= .seconds(60) }) ?? true {
                attempt("keeping the audit's head") { try store.keepAuditHead() }
                headKept = .now
            }
            let next = (try? store.nextDue()) ?? nil
            waiting.wait(seconds: Self.pause(now: time(nil), nextDue: next, isWell: isWell))
        }
        _ = consume lock
    }

    /// Seconds until the outbox is looked at again, if nobody says that there is something new.
    ///
    /// After a round that failed it is not looked at in every second: the same would be reported in every second.
    static func pause(now: Int, nextDue: Int?, isWell: Bool) -> Int {
        guard isWell, let nextDue else { return 30 }
        return min(30, max(1, nextDue - now))
    }

    @discardableResult
    private func attempt(_ what: String, _ body: () throws -> Void) -> Bool {
        do {
            try body()
            return true
        } catch {
            report("\(what) failed: \(home.data.cause(of: error))")
            return false
        }
    }

    /// Sends what is due. The release is opened anew each time: it may have changed.
    private func send(from store: Store, clock: @escaping () -> Int, until stop: StopSignal?) throws -> Summary {
        guard try !store.dueMessages(limit: 1, now: clock()).isEmpty else { return Summary() }
        let gateway = Self.gateway(try PortalSnapshot(opening: home.snapshot).settings, home.data)
        return try Delivery(store: store, gateway: gateway, clock: clock, report: report).sendAll(until: stop)
    }

    static func gateway(_ settings: PortalSettings, _ data: DataFolder) -> any Gateway {
        switch settings.sms {
        case .log: LogSender(path: data.messageLog)
        case .http(let gateway): HTTPSender(gateway: gateway, plan: settings.mobilePlan)
        }
    }

    private func tidy(_ store: Store, now: Int) throws -> Int {
        try store.tidy(now: now, sessionsBefore: now - 7 * 86_400)
        return try store.sweep(olderThan: 86_400, now: now)
    }
}
