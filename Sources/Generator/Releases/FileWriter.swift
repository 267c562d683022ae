import Glibc

/// Writes files below a folder, one after the other; each thread has one.
final class FileWriter {
    /// Where a file's bytes came from.
    enum Origin { case made, kept }

    /// The quality of Brotli above which it takes many times as long for the last hundredths.
    private static let brotliQuality = 5

    private let path: String
    private let folder: CInt
    private let served: ServedRelease?
    private let servedFolder: CInt
    private let compresses: Bool
    private let gzip = Gzip()
    private var lastFolder: Substring = ""

    /// - Parameter folder: it must be there.
    init(folder: String, served: ServedRelease?, compresses: Bool) throws(ReleaseFault) {
        path = folder
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
    func put(_ file: ReleaseFile) throws -> Origin {
        try makeFolder(of: file.path)
        if file.isServed(), keep(file) { return .kept }
        let bytes = try file.make()
        if served?.bytes(of: file.path) == bytes, keep(file) { return .kept }
        try write(bytes, to: file.path)
        for form in forms(of: file) {
            if let packed = form.pack(bytes) { try write(packed, to: file.path + form.ending) }
        }
        return .made
    }

    /// A form in which a text file is kept beside it.
    private struct Form {
        let ending: String
        let pack: ([UInt8]) -> [UInt8]?
    }

    private func forms(of file: ReleaseFile) -> [Form] {
        guard compresses, file.isText else { return [] }
        return ReleaseFile.compressedEndings.map { ending in
            Form(ending: ending) { [self] bytes in
                ending == ".gz" ? gzip.compressed(bytes) : Brotli.compressed(bytes, quality: Self.brotliQuality)
            }
        }
    }

    /// Takes a file over from the release that is served, with its compressed forms; false, and nothing is left, where that
    /// cannot be done. The two releases then share one file, which is never changed.
    private func keep(_ file: ReleaseFile) -> Bool {
        guard let served, served.isAsMade(file.path) else { return false }
        let paths = [file.path] + forms(of: file).map { file.path + $0.ending }
        for (index, path) in paths.enumerated() {
            if linkat(servedFolder, path, folder, path, 0) == 0 { continue }
            for done in paths[..<index] { unlinkat(folder, done, 0) }
            return false
        }
        return true
    }

    /// Makes the folder that a file lies in; neighbours come one after the other, so it is mostly there.
    private func makeFolder(of path: String) throws(ReleaseFault) {
        guard let slash = path.lastIndex(of: "/"), path[..<slash] != lastFolder else { return }
        let name = path[..<slash]
        if mkdirat(folder, String(name), 0o755) != 0, errno == ENOENT {
            try makeFolder(of: String(name))
            mkdirat(folder, String(name), 0o755)
        }
        // Another thread may have been faster; whether it is there is seen when the file is opened.
        lastFolder = name
    }

    private func write(_ bytes: [UInt8], to path: String) throws(ReleaseFault) {
        let descriptor = openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ReleaseFolder.fault("write", self.path + "/" + path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            guard count > 0 else { throw ReleaseFolder.fault("write", self.path + "/" + path) }
            written += count
        }
    }
}
