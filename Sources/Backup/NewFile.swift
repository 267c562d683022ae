import Glibc

/// A file that gets its name only when it is whole and durable, and never takes another's.
final class NewFile {
    let path: String
    private let draft: String
    private let descriptor: CInt
    private var buffer: [UInt8] = []
    private(set) var isPublished = false

    /// Begins the file, for its owner alone.
    init(_ path: String) throws(BackupFault) {
        self.path = path
        draft = path + ".partial"
        var status = stat()
        guard lstat(path, &status) != 0 else { throw .exists(path: path) }
        // What an earlier try has left that did not come to its end.
        unlink(draft)
        descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("make", draft) }
    }

    deinit {
        close(descriptor)
        if !isPublished { unlink(draft) }
    }

    func write(_ bytes: some Sequence<UInt8>) throws(BackupFault) {
        buffer += bytes
        if buffer.count >= 1 << 20 { try flush() }
    }

    private func flush() throws(BackupFault) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system("write", draft) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Makes the file durable and gives it its name.
    func publish() throws(BackupFault) {
        try flush()
        guard fsync(descriptor) == 0 else { throw .system("sync", draft) }
        // A link, unlike a rename, never replaces what somebody else has put there meanwhile.
        if link(draft, path) == 0 {
            unlink(draft)
        } else {
            if errno == EEXIST { throw .exists(path: path) }
            // File systems without links: the name was free a moment ago.
            guard rename(draft, path) == 0 else { throw .system("name", path) }
        }
        isPublished = true
        try syncFolder(parent(of: path))
    }
}

/// Makes the entries of a folder durable.
func syncFolder(_ path: String) throws(BackupFault) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system("sync", path) }
}

/// The folder that a path lies in.
func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2f) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
