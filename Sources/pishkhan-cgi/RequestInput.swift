import CGI
import FastCGI

/// Where a request's body comes from.
enum RequestInput: ByteSource {
    /// The process has one request, and its body is standard input.
    case standardInput(StandardInput)
    case fastCGI(FastCGIInput)

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        switch self {
        case .standardInput(var input): return try input.read(into: buffer)
        case .fastCGI(var input): return try input.read(into: buffer)
        }
    }
}
