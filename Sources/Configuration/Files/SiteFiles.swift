import Folders
import Glibc

/// Reads the files of a site.
enum SiteFiles {
    /// The bytes of a file.
    ///
    /// - Parameter most: how many there may be.
    static func read(_ path: String, most: Int = .max) throws(FileFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw FileFault(path: path, reason: "not a file")
        }
        guard status.st_size <= most else { throw FileFault(path: path, reason: "larger than \(most >> 20) MB") }
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while count < buffer.count {
                let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                isRead = got >= 0
                if got <= 0 { return }
                count += got
            }
        }
        guard isRead else { throw FileFault(path: path, reason: String(cString: strerror(errno))) }
        return bytes
    }

    /// The names in a folder that end with `suffix`, sorted.
    static func names(in path: String, suffix: String) throws(FileFault) -> [String] {
        guard let names = Folder.names(in: path) else {
            throw FileFault(path: path, reason: String(cString: strerror(errno)))
        }
        return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
    }

    /// Whether a path is a folder.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A path without links on its way; nil where it leads nowhere.
    static func realPath(_ path: String) -> String? {
        guard let end = realpath(path, nil) else { return nil }
        defer { free(end) }
        return String(cString: end)
    }

    /// Whether a path ends inside a folder, links followed; true where there is nothing at its end.
    ///
    /// - Parameter realFolder: the folder without links on its way; nil where it leads nowhere.
    static func isInside(_ path: String, realFolder: String?) -> Bool {
        guard let end = realPath(path) else { return true }
        return realFolder.map { end.hasPrefix($0 + "/") } ?? false
    }

    /// Whether a path is a file.
    static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Puts a file in place of another one in one step, with the other one's mode; a reader sees the old or the new one.
    static func replace(_ path: String, with bytes: [UInt8]) throws(FileFault) {
        func fault() -> FileFault { FileFault(path: path, reason: String(cString: strerror(errno))) }
        var status = stat()
        let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw fault() }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = written == bytes.count && fsync(descriptor) == 0
        let found = fault()
        close(descriptor)
        guard isWhole else {
            unlink(draft)
            throw found
        }
        guard rename(draft, path) == 0 else {
            let found = fault()
            unlink(draft)
            throw found
        }
    }

    /// A path that stands in a file, seen from that file's folder.
    static func resolve(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") ? path : folder.isEmpty ? path : folder + "/" + path
    }
}
