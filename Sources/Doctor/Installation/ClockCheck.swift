import Desk
import SQLite

extension Check {
    /// The clock stands after everything that has happened already.
    static let clock = Check("clock") { examination in
        var newest = FileFacts(examination.home.snapshotSettings, followingLinks: true)?.written ?? 0
        if let database = examination.database {
            let latest = try? database.first("SELECT at FROM event ORDER BY id DESC LIMIT 1") { $0.int(0) }
            newest = max(newest, (latest ?? nil) ?? 0)
        }
        guard ClockTolerance.latest(now: examination.now) < newest else { return [] }
        return [
            Finding(
                "the clock", "is \(newest - examination.now) seconds behind what the desk has written already",
                "set it and keep it set, for example: timedatectl set-ntp true")
        ]
    }
}
