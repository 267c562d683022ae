import Glibc

/// What is done with a file that does not exist yet.
public enum NewFile {
    /// Writes a file that must not exist; false where that fails, with the reason in `errno`.
    public static func write(_ bytes: [UInt8], to path: String, mode: mode_t) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { return false }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            guard count > 0 else {
                let reason = errno
                close(descriptor)
                errno = reason
                return false
            }
            written += count
        }
        return close(descriptor) == 0
    }
}
