import Compression
import Glibc

/// Writes files below a folder, one after the other; each thread has one.
final class FileWriter {
    /// The quality of Brotli above which it takes many times as long for the last hundredths.
    private static let brotliQuality = 6
    /// Bytes of a gzip file from which on there is a Brotli file too. It is a tenth smaller: of less than three packets that
    /// is nothing that anybody notices, and making it is a third of the work of a large portal.
    private static let leastForBrotli = 4_096

    private let path: String
    private let folder: CInt
    private let isReused: Bool
    private let served: ServedRelease?
    private let servedFolder: CInt
    private let compresses: Bool
    private let gzip = Gzip()
    private var lastFolder: Substring = ""

    /// - Parameter folder: it must be there.
    init(folder: String, isReused: Bool, served: ServedRelease?, compresses: Bool) throws(ReleaseFault) {
        path = folder
        self.isReused = isReused
        self.served = served
        self.compresses = compresses
        self.folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        servedFolder = served.map { open($0.publicFolder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) } ?? -1
        guard self.folder >= 0 else { throw ReleaseFolder.fault("open", folder) }
    }

    deinit {
        close(folder)
        if servedFolder >= 0 { close(servedFolder) }
    }

    /// Puts a file to its place, with its compressed forms beside it.
    ///
    /// - Parameter atHand: the number of the served release's file, where the folder has that at its place; 0 where it has not.
    /// - Returns: its number, where it was taken over from that release; nil where it was made.
    func put(_ file: ReleaseFile, atHand: ino_t = 0) throws -> ino_t? {
        if file.isServed, let inode = try keep(file, atHand: atHand) { return inode }
        let bytes = try file.make()
        if served?.bytes(of: file.path) == bytes, let inode = try keep(file, atHand: atHand) { return inode }
        try makeFolder(of: file.path)
        try write(bytes, to: file.path)
        if isPacked(file) { try writePacked(bytes, beside: file.path) }
        return nil
    }

    private func isPacked(_ file: ReleaseFile) -> Bool { compresses && file.isText }

    private func writePacked(_ bytes: [UInt8], beside path: String) throws(ReleaseFault) {
        let packed = gzip.compressed(bytes)
        try write(packed, to: path + ReleaseFile.gzipEnding)
        let smaller =
            packed.count < Self.leastForBrotli ? nil : Brotli.compressed(bytes, as: .text, quality: Self.brotliQuality)
        if let smaller {
            try write(smaller, to: path + ReleaseFile.brotliEnding)
        } else if isReused {
            unlinkat(folder, path + ReleaseFile.brotliEnding, 0)
        }
    }

    /// Takes a file over from the release that is served, with its compressed forms, and answers with its number; nil where
    /// that cannot be done. The two releases then share one file, which is never changed.
    private func keep(_ file: ReleaseFile, atHand: ino_t) throws(ReleaseFault) -> ino_t? {
        guard let served else { return nil }
        // Mostly it is here already; its compressed forms are made and taken over together with it.
        if atHand != 0 { return atHand }
        guard let inode = served.made.inode(of: file.path, in: servedFolder) else { return nil }
        if isReused, holds(inode, at: file.path) { return inode }
        let paths = isPacked(file) ? [file.path, file.path + ReleaseFile.gzipEnding] : [file.path]
        try makeFolder(of: file.path)
        guard paths.allSatisfy(share) else { return nil }
        if isPacked(file), !share(file.path + ReleaseFile.brotliEnding) {
            unlinkat(folder, file.path + ReleaseFile.brotliEnding, 0)
        }
        return inode
    }

    /// Gives a file of the served release a second name.
    private func share(_ path: String) -> Bool {
        makingRoom(for: path) { linkat(servedFolder, path, folder, path, 0) } == 0
    }

    /// Whether the folder holds the very file that the served release has at a path; both lie on one file system.
    private func holds(_ inode: ino_t, at path: String) -> Bool {
        var status = stat()
        return fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_ino == inode
    }

    /// Does what makes a file, and does it once more where an earlier release, or an attempt to take the file over, has
    /// left another one at its path.
    private func makingRoom(for path: String, _ make: () -> CInt) -> CInt {
        let result = make()
        guard result < 0, errno == EEXIST, unlinkat(folder, path, 0) == 0 else { return result }
        return make()
    }

    /// Makes the folder that a file lies in; neighbours come one after the other, so it is mostly there.
    private func makeFolder(of path: String) throws(ReleaseFault) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), path[..<slash] != lastFolder else { return }
        let name = path[..<slash]
        if mkdirat(folder, String(name), 0o755) != 0, errno == ENOENT {
            try makeFolder(of: String(name))
            mkdirat(folder, String(name), 0o755)
        }
        // Another thread may have been faster; whether it is there is seen when the file is opened.
        lastFolder = name
    }

    private func write(_ bytes: [UInt8], to path: String) throws(ReleaseFault) {
        let descriptor = makingRoom(for: path) {
            openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        }
        guard descriptor >= 0 else { throw ReleaseFolder.fault("write", self.path + "/" + path) }
        defer { close(descriptor) }
        try ReleaseFolder.write(bytes, to: descriptor, self.path + "/" + path)
    }
}
