import Glibc

/// The virus scanner `clamd`, asked over its Unix socket; it never opens a file of ours itself.
public struct Clamd: Sendable {
    /// Where its socket is: the only address that this program connects to.
    public let socketPath: String
    private let interruption: CInt

    /// The scanner at a socket; nothing is opened yet.
    ///
    /// - Parameter interruption: a descriptor that becomes readable where nobody wants to wait any longer; -1 for none.
    public init(socketPath: String, interruption: CInt = -1) {
        self.socketPath = socketPath
        self.interruption = interruption
    }

    /// Bytes that are sent at once, and so the memory that a scan needs.
    static let chunk = 65_536

    /// Lets the scanner look at a whole file, from its first byte, wherever the descriptor stands.
    public func scan(_ file: CInt, until deadline: Deadline) throws(ScannerFault) -> Verdict {
        var connection = try ClamdConnection(to: socketPath, until: deadline, interruption: interruption)
        let isSent = try Self.send(file, to: &connection)
        while true {
            if let verdict = try connection.reply.verdict(isSent: isSent) { return verdict }
            try connection.receive()
        }
    }

    /// Asks whether the scanner is there and works.
    public func ping(until deadline: Deadline) throws(ScannerFault) {
        var connection = try ClamdConnection(to: socketPath, until: deadline, interruption: interruption)
        var fault: ScannerFault?
        Array("zPING\0".utf8).withUnsafeBytes { bytes in
            do throws(ScannerFault) { _ = try connection.send(bytes) } catch { fault = error }
        }
        if let fault { throw fault }
        while connection.reply.text == nil { try connection.receive() }
        guard connection.reply.text == "PONG" else { throw .unexpected(reply: connection.reply.text ?? "") }
    }

    /// clamd(8), INSTREAM: "The format of the chunk is: '<length><data>' where <length> is the size of the following data
    /// in bytes expressed as a 4 byte unsigned integer in network byte order and <data> is the actual chunk. Streaming is
    /// terminated by sending a zero-length chunk."
    ///
    /// - Returns: whether all was sent; the scanner may answer before.
    private static func send(_ file: CInt, to connection: inout ClamdConnection) throws(ScannerFault) -> Bool {
        let command = Array("zINSTREAM\0".utf8)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: command.count + 4 + chunk, alignment: 16)
        defer { buffer.deallocate() }
        buffer.copyBytes(from: command)
        var start = command.count
        var offset = 0
        while true {
            let room = UnsafeMutableRawBufferPointer(rebasing: buffer[(start + 4)..<(start + 4 + chunk)])
            let count = pread(file, room.baseAddress, room.count, off_t(offset))
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(code: errno)
            }
            buffer.storeBytes(of: UInt32(count).bigEndian, toByteOffset: start, as: UInt32.self)
            let ready = UnsafeRawBufferPointer(rebasing: buffer[..<(start + 4 + count)])
            guard try connection.send(ready) else { return false }
            if count == 0 { return true }
            offset += count
            start = 0
        }
    }
}
