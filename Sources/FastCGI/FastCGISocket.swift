import CFastCGI
import CGI
import CLinux
import Glibc

/// The socket at which a web server brings requests by FastCGI 1.0, as the process was started with it: descriptor 0
/// (<https://fastcgi-archives.github.io/FastCGI_Specification.html>, section 2.2). Requests come one after the other, in the
/// role of a responder.
///
/// The library behind it is libfcgi. A connection serves one request and is closed then, even where the web server would
/// keep it: this process has one thread, and whoever kept a connection without using it would keep the process from others.
public final class FastCGISocket {
    private let request: UnsafeMutablePointer<FCGX_Request>
    /// What is waited for (epoll(7)).
    private let watched: CInt

    /// Whether descriptor 0 is a socket that listens; one system call.
    public static var isGiven: Bool {
        var answer: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        return getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &answer, &size) == 0 && answer != 0
    }

    /// Prepares the library. To be called once, before SIGTERM can come: the library's own answer to it is to break off.
    ///
    /// - Parameter stop: a descriptor that becomes readable when it is time to stop.
    public init(until stop: CInt) throws(FastCGIFault) {
        request = .allocate(capacity: 1)
        request.initialize(to: FCGX_Request())
        watched = epoll_create1(CInt(EPOLL_CLOEXEC))
        guard FCGX_Init() == 0, FCGX_InitRequest(request, STDIN_FILENO, 0) == 0 else { throw .library }
        // Of several processes that wait at the socket one gets the connection, and by "exclusively" hardly another wakes up.
        // The others must not hang in accept(2), where they would not learn that they are to stop.
        let flags = fcntl(STDIN_FILENO, F_GETFL)
        guard flags >= 0, fcntl(STDIN_FILENO, F_SETFL, flags | O_NONBLOCK) == 0, watched >= 0,
            pishkhan_watch(watched, STDIN_FILENO, 1) == 0, pishkhan_watch(watched, stop, 0) == 0
        else { throw .socket(code: errno) }
    }

    deinit {
        FCGX_Free(request, 1)
        request.deallocate()
        close(watched)
    }

    /// Waits until a request comes or it is time to stop.
    ///
    /// - Parameter milliseconds: for how long at most; nil for ever.
    public func wait(milliseconds: Int? = nil) throws(FastCGIFault) -> Events {
        let ready = pishkhan_wait(watched, STDIN_FILENO, milliseconds.map(CInt.init(clamping:)) ?? -1)
        guard ready >= 0 else { throw .socket(code: errno) }
        return Events(rawValue: ready)
    }

    /// What ``wait(milliseconds:)`` has seen; nothing where the time is over.
    public struct Events: OptionSet, Sendable {
        /// A bit for each.
        public let rawValue: CInt

        /// Those whose bits are set.
        public init(rawValue: CInt) { self.rawValue = rawValue }

        /// A request, unless another process is faster. Whoever sees one takes it, even where it is time to stop: the others
        /// may not have been woken.
        public static let request = Events(rawValue: 1)
        /// It is time to stop.
        public static let stop = Events(rawValue: 2)
    }

    /// Takes the next request and answers with its parameters, which are what a CGI program finds in its environment; nil
    /// where another process was faster, or what came was no request.
    public func accept() throws(FastCGIFault) -> [String: String]? {
        let code = -FCGX_Accept_r(request)
        switch code {
        case 0: return request.pointee.envp.map(variables) ?? [:]
        case EAGAIN, EINTR, ECONNABORTED: return nil
        default: throw .socket(code: code)
        }
    }

    /// The body of the request that was taken last.
    public var input: FastCGIInput { FastCGIInput(stream: request.pointee.in) }

    /// Where its answer goes.
    public var output: FastCGIOutput { FastCGIOutput(stream: request.pointee.out, errors: request.pointee.err) }

    /// Ends the request, and gives back what it took.
    public func finish() {
        var output = output
        try? output.finish()
        FCGX_Free(request, 1)
    }
}

/// Why requests cannot be taken.
public enum FastCGIFault: Error, Equatable, CustomStringConvertible, Sendable {
    /// The library cannot begin.
    case library
    /// The socket does not work; `code` is the `errno`.
    case socket(code: CInt)

    /// One line for an administrator.
    public var description: String {
        switch self {
        case .library: "FastCGI cannot begin: too little memory"
        case .socket(let code):
            "the FastCGI socket at standard input takes no requests: \(String(cString: strerror(code)))"
        }
    }
}
