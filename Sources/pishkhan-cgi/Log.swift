import Glibc

/// Where lines for the administrator go: standard error, which web servers write into their error log, or the file that
/// PISHKHAN_LOG names.
struct Log {
    private let descriptor: CInt
    /// A file takes a line whenever one comes; of a pipe or a socket that is not certain.
    private let isFile: Bool
    /// Why the lines do not go to the file that PISHKHAN_LOG names.
    let complaint: String?

    /// Opens the log. To be called before the sandbox closes, since the file may lie anywhere.
    init(path: String?) {
        guard let path else {
            (descriptor, isFile, complaint) = (STDERR_FILENO, Self.isFile(STDERR_FILENO), nil)
            return
        }
        // Without waiting: a named pipe that nobody reads must not hold the service up.
        let opened = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o600)
        (descriptor, complaint) =
            opened >= 0
            ? (opened, nil)
            : (STDERR_FILENO, "PISHKHAN_LOG: cannot open \(path): \(String(cString: strerror(errno)))")
        isFile = Self.isFile(descriptor)
    }

    private static func isFile(_ descriptor: CInt) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Writes a line in one piece, where there is room for it at once; a full disk, a pipe that nobody reads or a closed
    /// descriptor costs the line, not the answer.
    func write(_ line: LogLine) {
        guard isFile || hasRoom else { return }
        line.whole.withUnsafeBytes { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }

    private var hasRoom: Bool {
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&room, 1, 0) == 1 && room.revents & Int16(POLLOUT) != 0
    }

    /// Sees to it that 0, 1 and 2 are open: else the first file that is opened would become one of them, and a line
    /// for the log would be written into it.
    static func reserveStandardDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDWR)
        }
    }
}
