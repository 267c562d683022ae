import Glibc

/// The provider's key or password, in a file of its own that nobody else can read.
enum Secret {
    /// The most bytes of a secret's file.
    static let limit = 4_096

    /// The file's text without white space around it. Its faults are worth another try: the administrator mends them.
    static func read(_ path: String) throws(SendFault) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw fault("open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault("look at", path) }
        guard status.st_mode & 0o077 == 0 else {
            throw .temporary("others can read the secret file \(path); run: chmod go-rwx '\(path)'")
        }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw fault("read", path) }
        guard count <= limit else { throw .temporary("the secret file \(path) has more than \(limit) bytes") }
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0d).contains($0) }
        let trimmed = bytes.prefix(count).drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        guard !trimmed.isEmpty else { throw .temporary("the secret file \(path) is empty") }
        return String(decoding: trimmed, as: UTF8.self)
    }

    private static func fault(_ doing: String, _ path: String) -> SendFault {
        .temporary("cannot \(doing) the secret file \(path): \(String(cString: strerror(errno)))")
    }
}
