/// When a message that could not be sent is tried again.
enum RetrySchedule {
    /// Seconds to wait after the first, second … failure.
    static let waits = [10, 30, 120, 600, 3_600, 21_600, 43_200]

    /// Seconds to wait after so many failures, or nil when it is time to give up.
    static func wait(afterFailures failures: Int) -> Int? {
        waits.indices.contains(failures - 1) ? waits[failures - 1] : nil
    }
}
