import Glibc

/// What people and scripts read.
enum Console {
    /// A result, on standard output.
    static func print(_ line: String, end: String = "\n") { write(line + end, to: STDOUT_FILENO) }

    /// A message, on standard error.
    static func complain(_ line: String, end: String = "\n") { write(line + end, to: STDERR_FILENO) }

    /// Whether messages may have colours: on a terminal that has them, unless NO_COLOR says otherwise (no-color.org:
    /// "when present and not an empty string (regardless of its value)").
    static var hasColours: Bool { canRewriteLines && environment("NO_COLOR").isEmpty }

    /// Whether a line of the messages can be written anew: on a terminal that understands more than text.
    static var canRewriteLines: Bool { isatty(STDERR_FILENO) == 1 && !["", "dumb"].contains(environment("TERM")) }

    private static func environment(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

    private static func write(_ text: String, to descriptor: CInt) {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            guard count > 0 else { return }
            written += count
        }
    }
}
