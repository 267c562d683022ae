import Glibc

/// What the store asks of the operating system, with errors that name what was being done.
enum FileSystem {
    static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(StoreFault) -> CInt {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            if errno == ENOENT, flags & O_CREAT == 0 { throw .missing(path: path) }
            throw fault("open", path)
        }
        return descriptor
    }

    static func makeFolder(_ path: String, mode: mode_t = 0o700) throws(StoreFault) {
        if mkdir(path, mode) == 0 || errno == EEXIST { return }
        throw fault("make the folder", path)
    }

    /// Makes the folder's entries durable: a renamed file is safe only after this.
    static func syncFolder(_ path: String) throws(StoreFault) {
        let descriptor = try open(path, O_RDONLY | O_DIRECTORY)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault("sync", path) }
    }

    /// Makes a file's bytes durable that somebody else has written.
    static func sync(_ path: String) throws(StoreFault) {
        let descriptor = try open(path, O_RDONLY)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault("sync", path) }
    }

    static func rename(_ from: String, to: String) throws(StoreFault) {
        guard Glibc.rename(from, to) == 0 else { throw fault("rename", from) }
    }

    static func read(_ path: String, limit: Int) throws(StoreFault) -> [UInt8] {
        let descriptor = try open(path, O_RDONLY)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = Glibc.read(descriptor, &bytes, limit)
        guard count >= 0 else { throw fault("read", path) }
        return Array(bytes.prefix(count))
    }

    /// All of a file that nobody writes to.
    static func read(_ path: String) throws(StoreFault) -> [UInt8] {
        let descriptor = try open(path, O_RDONLY)
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault("look at", path) }
        let size = Int(status.st_size)
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                guard got > 0 else { return isWhole = false }
                count += got
            }
        }
        guard isWhole else { throw fault("read", path) }
        return bytes
    }

    /// Writes a new file that everybody may read; `syncfs` or the like makes it durable.
    static func createPublic(_ path: String, _ bytes: [UInt8]) throws(StoreFault) {
        let descriptor = try open(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o644)
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            guard count > 0 else { throw fault("write", path) }
            written += count
        }
    }

    /// Where a symbolic link leads; nil where there is none.
    static func target(of link: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink(link, start, buffer.count)
            guard count > 0 else { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }

    /// Writes a new file and makes it durable; a file that is there already is left alone.
    static func create(_ path: String, _ bytes: [UInt8]) throws(StoreFault) {
        let descriptor = try open(path, O_WRONLY | O_CREAT | O_EXCL)
        defer { close(descriptor) }
        var folder = stat()
        // What root makes for a desk is its owner's, as SQLite does with its own files.
        if geteuid() == 0, stat(parent(of: path), &folder) == 0 { _ = fchown(descriptor, folder.st_uid, folder.st_gid) }
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw fault("write", path) }
        guard fsync(descriptor) == 0 else { throw fault("sync", path) }
    }

    /// Writes a file in place of what is there, in one step: after a power cut there is the old one or the new one, whole.
    static func replace(_ path: String, _ bytes: [UInt8]) throws(StoreFault) {
        let draft = path + ".new"
        unlink(draft)
        try create(draft, bytes)
        try rename(draft, to: path)
        try syncFolder(parent(of: path))
    }

    /// The folder that a path lies in.
    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: 0x2f) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Takes a file away; where that fails, sweeping does it later.
    static func remove(_ path: String) { _ = unlink(path) }

    /// Bytes that others than root can still write in the file system of a folder.
    static func freeBytes(_ path: String) throws(StoreFault) -> Int {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw fault("ask for the free space of", path) }
        return Int(clamping: UInt64(status.f_bavail)) &* Int(clamping: UInt64(status.f_frsize))
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func fault(_ doing: String, _ path: String) -> StoreFault { .system(doing: doing, path: path, errno: errno) }
}

/// The system's words for an error number.
func errorText(_ number: Int32) -> String { String(cString: strerror(number)) }
