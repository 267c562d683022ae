import Glibc

/// The provider's key or password, in a file of its own that nobody else can read.
enum Secret {
    static func read(_ path: String) throws(SendFault) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .temporary("cannot look at the secret file \(path): \(String(cString: strerror(errno)))")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw .temporary("others can read the secret file \(path); run: chmod go-rwx '\(path)'")
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .temporary("cannot open the secret file \(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
