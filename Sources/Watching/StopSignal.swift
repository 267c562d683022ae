import CLinux
import Glibc

/// Tells what runs for long to stop: something to poll, so that it is noticed while waiting and between two steps.
public final class StopSignal: Sendable {
    /// Readable as soon as it is time to stop.
    public let descriptor: CInt

    /// SIGTERM, SIGINT and SIGHUP (the terminal is closed), which from now on do not end the program any more.
    ///
    /// Call this before other threads begin: they inherit the mask, and would be ended by the signals without it.
    public init() throws(WatchFault) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGHUP)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        descriptor = signalfd(-1, &signals, CInt(SFD_CLOEXEC))
        guard descriptor >= 0 else { throw .system("signals") }
    }

    /// A descriptor of one's own, which is closed with this value: to stop, make it readable.
    public init(readable descriptor: CInt) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Whether it is time to stop.
    public var isRaised: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }
}
