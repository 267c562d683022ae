import CFastCGI
import CGI
import Glibc

/// Where the answer to a request that came by FastCGI goes: through a buffer of 8 KiB.
public struct FastCGIOutput: ResponseOutput {
    let stream: UnsafeMutablePointer<FCGX_Stream>?
    let errors: UnsafeMutablePointer<FCGX_Stream>?

    /// Writes both, as far as they are more than fits into the buffer.
    public mutating func write(_ first: [UInt8], _ second: [UInt8]) throws(WriteFault) {
        for piece in [first, second] where !piece.isEmpty {
            let written = piece.withUnsafeBytes { bytes in
                FCGX_PutStr(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(clamping: bytes.count), stream)
            }
            guard written == piece.count else { throw fault }
        }
    }

    /// Copies the file through the buffer.
    public mutating func copy(_ file: CInt, length: Int) throws(WriteFault) {
        try copyThroughMemory(file, length: length)
    }

    /// Sends what is still in the buffer, and the end of the answer: it goes with the last stream that is closed.
    public mutating func finish() throws(WriteFault) {
        FCGX_FClose(errors)
        guard FCGX_FClose(stream) == 0 else { throw fault }
    }

    private var fault: WriteFault {
        let code = FCGX_GetError(stream)
        return .system(code: code > 0 ? code : EPIPE)
    }
}
