import CFastCGI
import CGI
import Glibc

/// The body of a request that came by FastCGI.
public struct FastCGIInput: ByteSource {
    let stream: UnsafeMutablePointer<FCGX_Stream>?

    /// Waits until the buffer is full or the body ends. A web server that goes away ends it, as a client does.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        let bytes = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        let count = FCGX_GetStr(bytes, CInt(clamping: buffer.count), stream)
        if count > 0 { return Int(count) }
        // Numbers below 0 are the library's own, for bytes that are no FastCGI and for a connection that ended too early.
        let code = FCGX_GetError(stream)
        guard code <= 0 || code == ECONNRESET else { throw InputFault(code: code) }
        return 0
    }
}
