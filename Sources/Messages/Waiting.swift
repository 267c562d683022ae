import Glibc
import Watching

/// Waits for a file to be touched, for a time, or for the signal to stop.
final class Waiting {
    private let path: String
    private let notifications: Notifications
    private let stop: StopSignal
    private var ended = ContinuousClock.now

    /// How long one look into the outbox is from the next at least: what comes in a rush is sent together, and does not make
    /// those who write it wait for the sender after each message.
    private static let spacing = Duration.milliseconds(100)

    init(watching path: String, stop: StopSignal) throws(WatchFault) {
        self.path = path
        self.stop = stop
        notifications = try Notifications()
        try watch()
    }

    /// Returns when something happened or the time is over.
    func wait(seconds: Int) {
        defer { ended = .now }
        var descriptors = [notifications.descriptor, stop.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        guard poll(&descriptors, 2, CInt(seconds * 1_000)) > 0 else {
            // A file that took the watched one's place is watched from now on.
            try? watch()
            return
        }
        if !stop.isRaised {
            let rest = Self.spacing - ended.duration(to: .now)
            if rest > .zero { usleep(UInt32(rest / .microseconds(1))) }
        }
        // All notifications so far are answered by one look into the outbox.
        notifications.drain()
    }

    /// A second watch of the same file is the first one.
    private func watch() throws(WatchFault) {
        try notifications.watch(path, for: Int32(IN_ATTRIB), Int32(IN_MODIFY), Int32(IN_CLOSE_WRITE))
    }
}
