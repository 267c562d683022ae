import Folders
import Glibc

/// Reads the files of a site.
enum SiteFiles {
    /// The bytes of a file.
    static func read(_ path: String) throws(SiteFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: "not a file")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            if got < 0 { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
            if got == 0 { break }
            count += got
        }
        return Array(bytes.prefix(count))
    }

    /// The names in a folder that end with `suffix`, sorted.
    static func names(in path: String, suffix: String) throws(SiteFault) -> [String] {
        guard let names = Folder.names(in: path) else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
    }

    /// A path that stands in a file, seen from that file's folder.
    static func resolve(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") ? path : folder.isEmpty ? path : folder + "/" + path
    }
}
