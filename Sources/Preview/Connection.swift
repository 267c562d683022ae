import Glibc

/// One connection of a browser: its requests, one after the other.
struct Connection {
    /// How long a browser may say or take nothing, in seconds.
    private static let patience = 30

    private let socket: CInt
    private var buffer: [UInt8] = []

    init(_ socket: CInt) {
        self.socket = socket
        var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    }

    /// Answers until the browser or the preview has had enough; then the connection is closed.
    mutating func serve(_ preview: PreviewState) {
        defer { close(socket) }
        while let bytes = nextHead() {
            do throws(RequestHead.Fault) {
                let head = try RequestHead(bytes)
                if head.method == "GET", head.target.hasPrefix("/.preview/events") {
                    return preview.stream(to: socket, after: head.target)
                }
                let answer = respond(to: head, showing: preview.shown)
                guard send(answer.bytes(keepsAlive: head.keepsAlive, isHead: head.method == "HEAD")) else { return }
                guard head.keepsAlive else { return hangUp() }
            } catch {
                _ = send(Self.refusal(of: error).bytes(keepsAlive: false, isHead: false))
                return hangUp()
            }
        }
    }

    private static func refusal(of fault: RequestHead.Fault) -> Answer {
        switch fault {
        case .malformed:
            .page("400 Bad Request", title: "Bad request", "<h1>This is no request that the preview knows</h1>")
        case .foreignHost(let host):
            .page(
                "421 Misdirected Request", title: "Another host",
                """
                <h1>The preview is for this computer only</h1>
                <p>It answers at 127.0.0.1, [::1] and localhost, not at <code>\(host)</code>.</p>
                """)
        }
    }

    /// The next head, without the empty line at its end; nil where none comes, or one that is too long.
    private mutating func nextHead() -> [UInt8]? {
        let end: [UInt8] = [0x0d, 0x0a, 0x0d, 0x0a]
        var looked = 0
        while true {
            if buffer.count >= end.count,
                let place = (looked...(buffer.count - end.count)).first(where: { buffer[$0...].starts(with: end) })
            {
                let head = Array(buffer[..<place])
                buffer.removeSubrange(..<(place + end.count))
                return head
            }
            looked = max(0, buffer.count - end.count + 1)
            var piece = [UInt8](repeating: 0, count: 4_096)
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0, buffer.count + count <= RequestHead.longest else { return nil }
            buffer += piece[..<count]
        }
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress?.advanced(by: sent), $0.count - sent, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Says that nothing more comes, and lets the browser say the rest of what it says: a connection that is closed before
    /// takes the answer with it.
    private func hangUp() {
        shutdown(socket, Int32(SHUT_WR))
        var piece = [UInt8](repeating: 0, count: 65_536)
        for _ in 0..<1_024 where recv(socket, &piece, piece.count, 0) <= 0 { return }
    }
}
