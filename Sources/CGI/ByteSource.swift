import Glibc

/// Where a body's bytes come from.
public protocol ByteSource {
    /// Reads at least one byte and at most as many as the buffer holds; 0 means that there are no more.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int
}

/// The operating system could not read.
public struct InputFault: Error, Equatable, Sendable {
    /// `errno`
    public let code: CInt

    /// A fault with that `errno`.
    public init(code: CInt) {
        self.code = code
    }
}

/// File descriptor 0, where a web server puts the body.
///
/// RFC 3875, section 4.2: "the script MUST NOT attempt to read more than CONTENT_LENGTH bytes"; ``BodyReader`` sees
/// to that, since a web server need not close the descriptor at the body's end.
public struct StandardInput: ByteSource {
    private let most: Int

    /// Reads nothing yet.
    ///
    /// - Parameter most: bytes of one read, above 0; for trying whether the outcome depends on it.
    public init(atMost most: Int = .max) { self.most = most }

    /// Waits for bytes; an interrupted read is tried again.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        while true {
            let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, min(buffer.count, most))
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: waitUntilReady(STDIN_FILENO, for: CInt(POLLIN))
            default: throw InputFault(code: errno)
            }
        }
    }
}

/// Waits where a web server left a descriptor in non-blocking mode.
func waitUntilReady(_ descriptor: CInt, for events: CInt) {
    var request = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0)
    _ = poll(&request, 1, -1)
}
