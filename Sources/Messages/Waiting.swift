import Glibc

/// Waits for a file to be touched, for a time, or for the signal to stop.
final class Waiting {
    private let path: String
    private let notifications: CInt
    private let stop: StopSignal

    init(watching path: String, stop: StopSignal) throws(WorkerFault) {
        self.path = path
        self.stop = stop
        notifications = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK))
        guard watch() else { throw .cannotWait(for: path, reason: String(cString: strerror(errno))) }
    }

    deinit { close(notifications) }

    /// Returns when something happened or the time is over.
    func wait(seconds: Int) {
        var descriptors = [notifications, stop.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&descriptors, 2, CInt(seconds * 1_000)) > 0 else {
            // A file that took the watched one's place is watched from now on.
            _ = watch()
            return
        }
        // All notifications so far are answered by one look into the outbox.
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while read(notifications, &buffer, buffer.count) > 0 {}
    }

    /// A second watch of the same file is the first one.
    private func watch() -> Bool {
        inotify_add_watch(notifications, path, UInt32(IN_ATTRIB) | UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE)) >= 0
    }
}
