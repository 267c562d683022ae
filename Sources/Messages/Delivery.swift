import Portal
import Store
import Watching

/// Sends what is due, one message after the other.
struct Delivery {
    let store: Store
    let gateway: any Gateway
    /// UTC seconds.
    let clock: () -> Int
    let report: (String) -> Void

    /// Sends until nothing is due or it is time to stop; a message that is being sent is finished.
    func sendAll(until stop: StopSignal?) throws -> Summary {
        var summary = Summary()
        while stop?.isRaised != true, let entry = try store.dueMessages(limit: 1, now: clock()).first {
            try send(entry, &summary)
        }
        return summary
    }

    private func send(_ entry: OutboxEntry, _ summary: inout Summary) throws {
        let wait = RetrySchedule.wait(afterTries: entry.attempts + 1)
        // A store that cannot be written must not send the same message again and again: first the next try is set.
        try store.beginTry(entry, retryAt: wait.map { clock() + $0 })
        do throws(SendFault) {
            try gateway.send(entry)
        } catch {
            var retryAt: Int?
            if case .temporary = error { retryAt = wait.map { clock() + $0 } }
            try store.markFailed(entry, error: error.description, retryAt: retryAt)
            let next = retryAt == nil ? "given up" : "to be tried again"
            report(
                "message \(entry.id) (\(entry.message.kind.rawValue)) to \(entry.message.to.masked) \(next): \(error)")
            if retryAt == nil { summary.failed += 1 } else { summary.postponed += 1 }
            return
        }
        try store.markSent(entry)
        summary.sent += 1
    }
}
