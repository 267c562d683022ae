import CLinux
import Glibc

/// Waits for a file to be touched, for a time, or for the signal to stop.
final class Waiting {
    private let notifications: CInt
    private let signals: CInt
    private(set) var isStopped = false

    /// From now on SIGTERM and SIGINT end the waiting instead of the program.
    init(watching path: String) throws(WorkerFault) {
        var stopping = sigset_t()
        sigemptyset(&stopping)
        sigaddset(&stopping, SIGTERM)
        sigaddset(&stopping, SIGINT)
        pthread_sigmask(SIG_BLOCK, &stopping, nil)
        signals = signalfd(-1, &stopping, CInt(SFD_CLOEXEC))
        notifications = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK))
        guard inotify_add_watch(notifications, path, UInt32(IN_ATTRIB) | UInt32(IN_CLOSE_WRITE)) >= 0 else {
            throw .lock(path: path, reason: String(cString: strerror(errno)))
        }
    }

    deinit {
        close(notifications)
        close(signals)
    }

    /// Returns when something happened or the time is over.
    func wait(seconds: Int) {
        var descriptors = [
            pollfd(fd: notifications, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&descriptors, 2, CInt(seconds * 1_000)) > 0 else { return }
        if descriptors[1].revents != 0 { isStopped = true }
        // All notifications so far are answered by one look into the outbox.
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while read(notifications, &buffer, buffer.count) > 0 {}
    }
}
