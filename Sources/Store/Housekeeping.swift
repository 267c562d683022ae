import Desk
import Folders
import Glibc
import SQLite

/// What the worker tidies up.
extension Store {
    /// Deletes what has expired, or is of a clock that was ahead, and moves the write-ahead log into the database.
    ///
    /// - Parameter sessionsBefore: sessions last seen before this moment are over, whoever holds them.
    public func tidy(now: Int, sessionsBefore: Int) throws {
        try database.write {
            // Nothing of these is written for longer than a day.
            let ahead = ClockTolerance.latest(now: now, ahead: 86_400)
            try database.run("DELETE FROM loginCode WHERE expires < \(now - 3_600) OR expires > \(ahead)")
            try database.run("DELETE FROM tally WHERE expires < \(now) OR expires > \(ahead)")
            try database.run("DELETE FROM session WHERE seen < \(sessionsBefore) OR started > \(ahead)")
            try database.run("DELETE FROM outbox WHERE state <> 'waiting' AND created < \(now - 90 * 86_400)")
        }
        try database.checkpoint()
    }

    /// Deletes uploads that never became a letter: those in `incoming`, and documents without a row, once they are so
    /// old that no request can still be at work on them.
    ///
    /// - Returns: how many files were deleted.
    public func sweep(olderThan seconds: Int, now: Int) throws -> Int {
        // Of a renewal of the key that was interrupted before its commit. None is at work: the worker's lock is held.
        for path in [folder.nextKey, folder.nextAuditHead] { FileSystem.remove(path) }
        var swept = 0
        for name in try names(in: folder.incoming) {
            swept += removeIfOld(folder.incoming + "/" + name, seconds, now) ? 1 : 0
        }
        for prefix in try names(in: folder.documents) {
            for name in try names(in: folder.documents + "/" + prefix) {
                let place = prefix + "/" + name
                let hasRow =
                    try database.first("SELECT 1 FROM document WHERE path = \(place) AND removed = 0") { _ in true }
                    ?? false
                if !hasRow { swept += removeIfOld(folder.documents + "/" + place, seconds, now) ? 1 : 0 }
            }
        }
        return swept
    }

    private func names(in path: String) throws(StoreFault) -> [String] {
        guard let names = Folder.names(in: path) else { throw FileSystem.fault("list", path) }
        return names
    }

    private func removeIfOld(_ path: String, _ seconds: Int, _ now: Int) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, Int(status.st_ctim.tv_sec) < now - seconds else { return false }
        return unlink(path) == 0
    }
}
