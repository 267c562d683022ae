import Glibc

/// Lines for the administrator, on standard error, which web servers write into their error log.
enum Log {
    /// Writes one line; control characters are replaced, so that nothing in it can look like a line of its own.
    static func write(_ line: String) {
        var safe = "pishkhan-cgi: "
        for scalar in line.unicodeScalars.prefix(1_000) {
            safe.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7f ? "?" : scalar)
        }
        safe += "\n"
        // A full disk under the log must not stop the service: a failed write is ignored.
        safe.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
