import Glibc

/// A connection to clamd's Unix socket, for one command. Nothing here waits longer than until its deadline.
struct ClamdConnection: ~Copyable {
    private let descriptor: CInt
    private let path: String
    private let deadline: Deadline
    private let interruption: CInt
    private(set) var reply = ClamdReply()

    /// - Parameter interruption: a descriptor that becomes readable where nobody wants to wait any longer; -1 for none.
    init(to path: String, until deadline: Deadline, interruption: CInt) throws(ScannerFault) {
        (self.path, self.deadline, self.interruption) = (path, deadline, interruption)
        descriptor = try Self.connect(to: path, until: deadline)
    }

    deinit { close(descriptor) }

    private static func connect(to path: String, until deadline: Deadline) throws(ScannerFault) -> CInt {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isWhole = withUnsafeMutableBytes(of: &address.sun_path) { room in
            // The zero behind the path must fit too.
            guard (1..<room.count).contains(path.utf8.count) else { return false }
            room.copyBytes(from: path.utf8)
            return true
        }
        guard isWhole else { throw .badPath(path) }

        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .unreachable(path: path, code: errno) }
        // A scanner that accepts nobody lets a connection wait in its queue: for as long as sending may take (unix(7)).
        let left = max(1, deadline.millisecondsLeft)
        var timeout = timeval(tv_sec: left / 1_000, tv_usec: left % 1_000 * 1_000)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            let code = errno
            close(descriptor)
            if code == EAGAIN { throw .timedOut(path: path) }
            throw .unreachable(path: path, code: code)
        }
        return descriptor
    }

    /// Sends all bytes, or stops where the scanner answers before it has them all: `reply` has more then.
    ///
    /// - Returns: whether all was sent.
    mutating func send(_ bytes: UnsafeRawBufferPointer) throws(ScannerFault) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let events = try wait(for: POLLOUT | POLLIN)
            if events & Int16(POLLIN) != 0 {
                try receive()
                return false
            }
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.send(
                descriptor, piece.baseAddress, piece.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE || errno == ECONNRESET {
                // A scanner that has enough answers first and then closes: its answer can still be read.
                try receive()
                return false
            } else if errno != EINTR && errno != EAGAIN {
                throw .unreachable(path: path, code: errno)
            }
        }
        return true
    }

    /// Waits for the next bytes of the answer.
    mutating func receive() throws(ScannerFault) {
        _ = try wait(for: POLLIN)
        var room = [UInt8](repeating: 0, count: ClamdReply.limit)
        let count = recv(descriptor, &room, room.count, CInt(MSG_DONTWAIT))
        if count > 0 { return try reply.take(room[..<count]) }
        if count < 0, errno == EINTR || errno == EAGAIN { return }
        throw .brokenOff(path: path)
    }

    private func wait(for events: CInt) throws(ScannerFault) -> Int16 {
        while true {
            var watched = [
                pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0),
                pollfd(fd: interruption, events: Int16(POLLIN), revents: 0),
            ]
            let left = deadline.millisecondsLeft
            let count = poll(&watched, 2, CInt(min(left, 3_600_000)))
            if watched[1].revents != 0 { throw .interrupted }
            if count > 0 { return watched[0].revents }
            if count == 0 || errno != EINTR { throw .timedOut(path: path) }
        }
    }
}
