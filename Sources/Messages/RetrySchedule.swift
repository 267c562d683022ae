/// When a message that could not be sent is tried again: ten seconds, half a minute, … for about half a day.
enum RetrySchedule {
    /// Seconds to wait after the first, second … try.
    static let waits = [10, 30, 120, 600, 3_600, 21_600, 21_600]

    /// Seconds to wait after so many tries, at least 1; nil when it is time to give up.
    static func wait(afterTries tries: Int) -> Int? {
        waits.indices.contains(tries - 1) ? waits[tries - 1] : nil
    }
}
