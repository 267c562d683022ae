import Glibc
import Secrets

/// Writes an archive whose last member lists the hashes of all others, as `b2sum -c` reads it.
struct ArchiveWriter {
    private let file: NewFile
    private var manifest: [UInt8] = []
    private var written = 0

    init(_ file: NewFile) { self.file = file }

    /// Adds a folder.
    mutating func addFolder(_ path: String, mode: Int, at time: Int) throws(BackupFault) {
        try put(TarHeader(path: path + "/", kind: .folder, size: 0, mode: mode, written: time).bytes)
    }

    /// Adds a file from bytes at hand.
    mutating func add(_ path: String, _ bytes: [UInt8], mode: Int, at time: Int) throws(BackupFault) {
        try put(TarHeader(path: path, kind: .file, size: bytes.count, mode: mode, written: time).bytes)
        try put(bytes)
        try pad(after: bytes.count)
        try list(path, ContentHash.of(bytes))
    }

    /// Adds a file from the disk.
    ///
    /// - Returns: the hash and the number of its bytes.
    @discardableResult
    mutating func add(_ path: String, from source: String, mode: Int) throws(BackupFault) -> (hash: [UInt8], bytes: Int)
    {
        let descriptor = open(source, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", source) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .system("read", source) }
        let size = Int(status.st_size)
        try put(
            TarHeader(path: path, kind: .file, size: size, mode: mode, written: Int(status.st_mtim.tv_sec)).bytes)
        let hash = ContentHash()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var rest = size
        while rest > 0 {
            let count = read(descriptor, &buffer, min(rest, buffer.count))
            guard count >= 0 else { throw .system("read", source) }
            guard count > 0 else {
                throw .system(doing: "read", path: source, reason: "it became shorter meanwhile, try again")
            }
            buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            try put(buffer[..<count])
            rest -= count
        }
        try pad(after: size)
        let digest = hash.finish()
        try list(path, digest)
        return (digest, size)
    }

    /// Adds the list of hashes and the end.
    mutating func finish(at time: Int) throws(BackupFault) {
        try put(
            TarHeader(path: Manifest.name, kind: .file, size: manifest.count, mode: 0o600, written: time).bytes)
        try put(manifest)
        try pad(after: manifest.count)
        // Two empty blocks, and then up to a whole record of twenty, as tar has it.
        try put([UInt8](repeating: 0, count: 2 * TarHeader.blockSize))
        try put([UInt8](repeating: 0, count: (10_240 - written % 10_240) % 10_240))
    }

    private mutating func put(_ bytes: some Collection<UInt8>) throws(BackupFault) {
        try file.write(bytes)
        written += bytes.count
    }

    private mutating func pad(after size: Int) throws(BackupFault) {
        try put([UInt8](repeating: 0, count: TarHeader.padding(after: size)))
    }

    private mutating func list(_ path: String, _ hash: [UInt8]) throws(BackupFault) {
        guard let line = Manifest.line(path, hash) else { throw .unusableName(path: path) }
        manifest += line
    }
}
