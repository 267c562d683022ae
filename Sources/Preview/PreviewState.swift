import Glibc
import Synchronization

/// What the preview shows now, and the browsers that are told when that changes.
final class PreviewState: Sendable {
    private struct Inside {
        var shown: Shown
        var streams: Set<CInt> = []
    }

    private let inside: Mutex<Inside>

    init() {
        // A page of an earlier run must not take this run's first build for its own.
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        inside = Mutex(Inside(shown: Shown(number: now.tv_sec * 1_000_000_000 + now.tv_nsec)))
    }

    var shown: Shown { inside.withLock { $0.shown } }

    /// Shows something else, and tells the browsers.
    func show(_ change: (inout Shown) -> Void) {
        inside.withLock { inside in
            change(&inside.shown)
            inside.shown.number += 1
            for stream in inside.streams { Self.send(Self.event(inside.shown), to: stream) }
        }
    }

    /// A stream of events (text/event-stream of the HTML standard) until the browser closes it.
    ///
    /// - Parameter target: ends with the number of what the page shows.
    func stream(to socket: CInt, after target: String) {
        let head = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            Cache-Control: no-store\r
            Connection: close\r
            \r
            : the preview tells of each build\n\n
            """
        inside.withLock { inside in
            Self.send(head, to: socket)
            // Something else was built between the page and its stream.
            if !target.hasSuffix("=\(inside.shown.number)") { Self.send(Self.event(inside.shown), to: socket) }
            inside.streams.insert(socket)
        }
        var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, -1) < 0, errno == EINTR {}
        inside.withLock { inside in _ = inside.streams.remove(socket) }
    }

    private static func event(_ shown: Shown) -> String {
        "event: \(shown.problems == nil ? "built" : "failed")\ndata: \(shown.number)\n\n"
    }

    /// A browser that does not take a few bytes at once gets none: its page asks again when it comes back.
    private static func send(_ text: String, to socket: CInt) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
    }
}
