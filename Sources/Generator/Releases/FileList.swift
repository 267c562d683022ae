import Folders
import Glibc

/// The paths of a release's own files below its document root, compressed forms aside.
enum FileList {
    private static let name = "private/files"

    /// Writes the list into a release that has its snapshot.
    static func write(_ paths: [String], to release: String) throws(ReleaseFault) {
        let path = release + "/" + name
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ReleaseFolder.fault("write", path) }
        defer { close(descriptor) }
        try ReleaseFolder.write(Array(paths.joined(separator: "\n").utf8), to: descriptor, path)
    }

    /// The list of a release; nil where it has none.
    ///
    /// - Parameter folder: what the paths must begin with.
    static func of(_ release: String, in folder: String = "") -> [String]? {
        guard let bytes = WholeFile.bytes(of: release + "/" + name) else { return nil }
        let beginning = Array(folder.utf8)
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { path in
            // A path leads nowhere else, whatever has happened to the file.
            let leadsUp = path.indices.dropLast().contains { path[$0] == UInt8(ascii: ".") && path[$0 + 1] == path[$0] }
            return path.starts(with: beginning) && !leadsUp ? String(decoding: path, as: UTF8.self) : nil
        }
    }
}
