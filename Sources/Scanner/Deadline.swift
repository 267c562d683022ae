import Glibc

/// A moment until which somebody waits; setting the clock does not move it.
public struct Deadline: Sendable {
    private let moment: Int

    /// The moment that comes in `seconds`.
    public init(seconds: Int) { moment = Self.now() + seconds * 1_000 }

    /// Milliseconds that are left, at least 0.
    public var millisecondsLeft: Int { max(0, moment - Self.now()) }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
