/// What a clock that was set back leaves behind: moments that lie further ahead than anything that this program writes.
///
/// Whoever has set the clock right must not find numbers locked out, or sessions open, until the moment comes that a wrong
/// clock has written.
public enum ClockTolerance {
    /// Seconds by which two moments may differ because the clock was corrected, or because requests overtake each other.
    public static let seconds = 300

    /// The last moment that can have been written as `ahead` seconds from now.
    public static func latest(now: Int, ahead: Int = 0) -> Int { now + ahead + seconds }
}
