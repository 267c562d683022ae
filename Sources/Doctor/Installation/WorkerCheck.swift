import Glibc
import SQLite

extension Check {
    /// Seconds that a due message may wait; the worker looks every minute at least.
    private static let patience = 300

    /// The worker sends what is due.
    static let worker = Check("worker") { examination in
        let home = quoted(examination.home.path)
        return try examination.read { database in
            var findings: [Finding] = []
            let due = try database.first("SELECT due FROM outbox WHERE state = 'waiting' ORDER BY due LIMIT 1") {
                $0.int(0)
            }
            if let due, due < examination.now - patience {
                let runs = isHeld(examination.home.data.workerLock)
                findings.append(
                    Finding(
                        "the outbox",
                        "holds a message that is due for \(examination.now - due) seconds, and the worker \(runs ? "runs but does not send it" : "does not run")",
                        runs
                            ? "read its log: journalctl -u pishkhan-work"
                            : "run: systemctl start pishkhan-work, or each minute from cron: pishkhan work --home \(home)"
                    ))
            }
            let failed = try database.all(
                """
                SELECT count(*), max(error) FROM outbox
                WHERE state = 'failed' AND created > \(examination.now - 86_400)
                """
            ) { (count: $0.int(0), error: $0.text(1)) }
            if let failed = failed.first, failed.count > 0 {
                findings.append(
                    Finding(
                        .note, "the outbox", "gave up \(failed.count) messages of the last day (\(failed.error))",
                        "look into the provider's panel and the worker's log"))
            }
            return findings
        }
    }

    /// Whether a worker holds its lock.
    private static func isHeld(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}
