import Glibc
import Portal
import Store

/// `pishkhan work`: sends what waits in the outbox, and keeps house.
public struct Worker {
    private let home: Home
    private let report: (String) -> Void

    /// A worker for a desk.
    ///
    /// - Parameter report: told of each failure, in one line without anything personal.
    public init(home: Home, report: @escaping (String) -> Void) {
        self.home = home
        self.report = report
    }

    /// Sends what is due and tidies up, once.
    public func runOnce(now: Int) throws {
        let lock = try WorkerLock(home.data.workerLock)
        let store = try Store(opening: home.data, isDurable: false)
        try send(from: store, now: now)
        try tidy(store, now: now)
        _ = consume lock
    }

    /// Works until SIGTERM or SIGINT; a message that is being sent is finished.
    ///
    /// The store stays open meanwhile, which also spares every request the rebuilding of SQLite's WAL index.
    public func watch() throws {
        let lock = try WorkerLock(home.data.workerLock)
        let waiting = try Waiting(watching: home.data.wake)
        let store = try Store(opening: home.data, isDurable: false)
        var tidied = 0
        while !waiting.isStopped {
            let now = time(nil)
            attempt("sending") { try send(from: store, now: now) }
            if now - tidied >= 3_600 {
                attempt("tidying") { try tidy(store, now: now) }
                tidied = now
            }
            let next = (try? store.nextDue()) ?? nil
            waiting.wait(seconds: min(30, max(1, (next ?? now + 30) - now)))
        }
        _ = consume lock
    }

    private func attempt(_ what: String, _ body: () throws -> Void) {
        do { try body() } catch { report("\(what) failed: \(error)") }
    }

    /// Sends what is due, in order. The release is opened anew each time: it may have changed.
    private func send(from store: Store, now: Int) throws {
        let entries = try store.dueMessages(limit: 100, now: now)
        guard !entries.isEmpty else { return }
        let gateway = Self.gateway(try PortalSnapshot(opening: home.snapshot).settings(), home.data)
        for entry in entries {
            do throws(SendFault) {
                try gateway.send(entry)
            } catch {
                try store.markFailed(entry, error: "\(error)", retryAt: Self.retry(entry, error, now: time(nil)))
                report("message \(entry.id) (\(entry.message.kind.rawValue)) not sent: \(error)")
                continue
            }
            try store.markSent(entry)
        }
    }

    static func retry(_ entry: OutboxEntry, _ fault: SendFault, now: Int) -> Int? {
        guard case .temporary = fault else { return nil }
        return RetrySchedule.wait(afterFailures: entry.attempts + 1).map { now + $0 }
    }

    static func gateway(_ settings: PortalSettings, _ data: DataFolder) -> any Gateway {
        switch settings.sms {
        case .log: LogSender(path: data.messageLog)
        case .http(let gateway): HTTPSender(gateway: gateway, plan: settings.mobilePlan)
        }
    }

    private func tidy(_ store: Store, now: Int) throws {
        try store.tidy(now: now, sessionsBefore: now - 7 * 86_400)
        _ = try store.sweep(olderThan: 86_400, now: now)
    }
}
