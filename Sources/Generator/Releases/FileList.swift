import Folders
import Glibc

/// The paths of a release's own files below its document root, compressed forms aside.
enum FileList {
    private static let name = "private/files"
    private static let lineFeed = UInt8(ascii: "\n")

    /// Writes the list into a release that has its snapshot.
    static func write(_ paths: [String], to release: String) throws(ReleaseFault) {
        let path = release + "/" + name
        var bytes: [UInt8] = []
        bytes.reserveCapacity(paths.count * 32)
        for var path in paths {
            if !bytes.isEmpty { bytes.append(lineFeed) }
            path.withUTF8 { bytes.append(contentsOf: $0) }
        }
        guard NewFile.write(bytes, to: path, mode: 0o644) else {
            throw ReleaseFolder.fault("write", path)
        }
    }

    /// The list of a release; nil where it has none.
    ///
    /// - Parameter beginnings: with one of which the paths must begin.
    static func of(_ release: String, beginningWith beginnings: [String] = [""]) -> [String]? {
        guard let bytes = WholeFile.bytes(of: release + "/" + name) else { return nil }
        let dot = UInt8(ascii: ".")
        let leadsUp = zip(bytes, bytes.dropFirst()).contains { $0 == dot && $1 == dot }
        let wanted = beginnings.map { Array($0.utf8) }
        return bytes.withUnsafeBufferPointer { bytes in
            var paths: [String] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let line = UnsafeBufferPointer(rebasing: rest[..<(rest.firstIndex(of: lineFeed) ?? rest.endIndex)])
                rest = rest.dropFirst(line.count + 1)
                guard wanted.contains(where: line.starts) else { continue }
                let path = String(decoding: line, as: UTF8.self)
                // A path leads nowhere else, whatever has happened to the file.
                if !leadsUp || !path.contains("..") { paths.append(path) }
            }
            return paths
        }
    }
}
