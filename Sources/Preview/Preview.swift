import Glibc
import Source
import Synchronization

/// A small HTTP server that shows a site while somebody edits it: static pages, for this computer only.
public final class Preview: Sendable {
    /// How many browsers' connections there can be at once.
    private static let connections = 100

    private let listener: Listener
    private let state = PreviewState()
    private let open = Mutex(0)

    /// Listens on a port, or on the first free one of several.
    public init(on ports: some Sequence<Int>) throws(PreviewFault) { listener = try Listener(on: ports) }

    /// Where it answers, with a slash at the end.
    public var address: String { "http://127.0.0.1:\(listener.port)/" }

    /// Answers from now on, in threads of its own.
    public func start() throws(PreviewFault) {
        let isStarted = inNewThread { [self] in
            while let socket = listener.accept() { serve(socket) }
        }
        guard isStarted else { throw .noThread(reason: String(cString: strerror(errno))) }
    }

    /// One browser more than there may be is sent away, and comes again.
    private func serve(_ socket: CInt) {
        let count = open.withLock { open in
            open += 1
            return open
        }
        let isServed =
            count <= Self.connections
            && inNewThread { [self] in
                var connection = Connection(socket)
                connection.serve(state)
                open.withLock { $0 -= 1 }
            }
        guard !isServed else { return }
        close(socket)
        open.withLock { $0 -= 1 }
    }

    /// Shows the files of a site: browsers load their pages anew.
    ///
    /// - Parameters:
    ///   - cgiPath: where the web server would mount the CGI program.
    ///   - prefixes: the codes of the languages whose pages have a path of their own.
    public func show(_ files: ShownFiles, cgiPath: String, prefixes: [String]) {
        state.show { shown in
            (shown.files, shown.cgiPath, shown.prefixes, shown.problems) = (files, cgiPath, prefixes, nil)
        }
    }

    /// Shows mistakes over the pages that were built before.
    public func show(_ problems: [Problem]) { state.show { $0.problems = ProblemList(problems) } }
}
