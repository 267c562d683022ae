import Glibc
import Synchronization

/// How far a long step is, in one line of a terminal that is gone when the step ends. What is quick says nothing.
final class Progress: Sendable {
    /// How long a step may take in silence, and how often the line changes, in milliseconds.
    private static let (silence, interval) = (500, 100)

    private struct Line {
        var next: Int
        var isShown = false
    }

    private let what: String
    private let isOnTerminal: Bool
    private let line: Mutex<Line>

    /// - Parameter what: what is counted, such as `files`.
    init(of what: String) {
        self.what = what
        isOnTerminal = Console.canRewriteLines
        line = Mutex(Line(next: Self.now() + Self.silence))
    }

    /// Tells how far the step is; from any thread, as often as one likes.
    func report(done: Int, total: Int) {
        guard isOnTerminal else { return }
        line.withLock { line in
            let now = Self.now()
            guard now >= line.next, done < total else { return }
            line = Line(next: now + Self.interval, isShown: true)
            Console.complain("\r\(done) of \(total) \(what)\u{1B}[K", end: "")
        }
    }

    /// Removes the line.
    func end() {
        line.withLock { line in
            // Nothing more is shown, though a thread may still tell.
            line.next = .max
            guard line.isShown else { return }
            line.isShown = false
            Console.complain("\r\u{1B}[K", end: "")
        }
    }

    /// Milliseconds of a clock that nobody sets.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
