import Glibc

/// Why a file was not scanned. None of these says that it is clean.
public enum ScannerFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// A path of a Unix socket has 1 to 107 bytes.
    case badPath(String)
    /// Nobody answers at the socket; `code` is the `errno`.
    case unreachable(path: String, code: CInt)
    /// No verdict within the time.
    case timedOut(path: String)
    /// The scanner closed the connection before its verdict was whole.
    case brokenOff(path: String)
    /// The scanner answered with an error, such as `INSTREAM size limit exceeded.`
    case refused(reply: String)
    /// The answer is none that the protocol knows, or came before the file was sent.
    case unexpected(reply: String)
    /// The file could not be read; `code` is the `errno`.
    case unreadable(code: CInt)
    /// Whoever asked does not want to wait any longer.
    case interrupted

    /// One line for the log, with what to do.
    public var description: String {
        switch self {
        case .badPath(let path): "the scanner's socket '\(path)' must be a path of 1 to 107 bytes"
        case .unreachable(let path, let code):
            """
            the scanner does not answer at \(path): \(String(cString: strerror(code))); \
            start clamd, and let this user use its socket
            """
        case .timedOut(let path):
            "the scanner at \(path) gave no verdict in time; look at its log and the machine's load"
        case .brokenOff(let path): "the scanner at \(path) closed the connection; look at its log"
        case .refused(let reply): "the scanner answered '\(reply)'; let clamd's StreamMaxLength exceed limits.fileBytes"
        case .unexpected(let reply): "the scanner answered '\(reply)', which is no verdict; is it clamd?"
        case .unreadable(let code): "the file for the scanner cannot be read: \(String(cString: strerror(code)))"
        case .interrupted: "the scan was interrupted"
        }
    }
}
