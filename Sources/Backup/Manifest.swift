import Secrets

/// The list of a backup's files with their hashes, in the format of `b2sum --length 256`.
enum Manifest {
    /// The member that holds it; it comes last.
    static let name = "MANIFEST"

    /// A line; nil for a name that would have to be escaped.
    static func line(_ path: String, _ hash: [UInt8]) -> [UInt8]? {
        guard path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\\" && $0.value != 0x7f && $0 != "\u{fffd}" })
        else { return nil }
        return Array("\(Hexadecimal.encode(hash))  \(path)\n".utf8)
    }

    /// The first path in which a manifest differs from what was found; nil where they agree.
    static func difference(_ manifest: [UInt8], found: [UInt8]) -> String? {
        guard manifest != found else { return nil }
        let pairs = zip(
            manifest.split(separator: 0x0a, omittingEmptySubsequences: false),
            found.split(separator: 0x0a, omittingEmptySubsequences: false))
        let line = pairs.first { $0 != $1 }?.1 ?? []
        return String(decoding: line.dropFirst(66), as: UTF8.self)
    }
}
