import Glibc

/// What is done with a file that does not exist yet.
public enum NewFile {
    /// Writes a file that must not exist; false where that fails, with the reason in `errno`.
    public static func write(_ bytes: [UInt8], to path: String, mode: mode_t) -> Bool {
        write([bytes[...]], to: path, mode: mode)
    }

    /// Writes a file that must not exist, in parts that follow one another; false where that fails, with the reason in `errno`.
    public static func write(_ parts: [ArraySlice<UInt8>], to path: String, mode: mode_t) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { return false }
        for var rest in parts {
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else {
                    let reason = errno
                    close(descriptor)
                    errno = reason
                    return false
                }
                rest = rest.dropFirst(count)
            }
        }
        return close(descriptor) == 0
    }
}
