import Folders
import Glibc

/// The paths of a release's own files below its document root, compressed forms aside, in the order of the release.
///
/// They are kept as they are stored, a line each in one piece of memory: a large portal has tens of thousands, and most are
/// only compared.
struct FileList: Sendable {
    private static let name = "private/files"
    private static let lineFeed = UInt8(ascii: "\n")

    /// The paths, with a line feed after each.
    private let bytes: [UInt8]
    /// Where each path begins, and at last where they end.
    private let starts: [Int]

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            var place = 0
            while let end = memchr(base + place, CInt(Self.lineFeed), bytes.count - place) {
                place = UnsafeRawPointer(end) - base + 1
                starts.append(place)
            }
        }
        self.starts = starts
    }

    /// The paths of files.
    init(_ files: [ReleaseFile]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.count * 48)
        for file in files {
            var path = file.path
            path.withUTF8 { bytes.append(contentsOf: $0) }
            bytes.append(Self.lineFeed)
        }
        self.init(bytes)
    }

    /// The list of a release; nil where it has none.
    init?(of release: String) {
        guard var bytes = WholeFile.bytes(of: release + "/" + Self.name) else { return nil }
        // A path leads nowhere else, whatever has happened to the file.
        guard !Self.leadsUp(bytes) else { return nil }
        if !bytes.isEmpty { bytes.append(Self.lineFeed) }
        self.init(bytes)
    }

    private static func leadsUp(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            let dot = UInt8(ascii: ".")
            var place = 0
            while let found = memchr(base + place, CInt(dot), bytes.count - place) {
                place = UnsafeRawPointer(found) - base + 1
                if place < bytes.count, bytes[place] == dot { return true }
            }
            return false
        }
    }

    /// Writes the list into a release that has its snapshot.
    func write(to release: String) throws(ReleaseFault) {
        let path = release + "/" + Self.name
        guard NewFile.write([bytes.dropLast()], to: path, mode: 0o644) else { throw ReleaseFolder.fault("write", path) }
    }

    /// How many paths there are.
    var count: Int { starts.count - 1 }

    private subscript(place: Int) -> ArraySlice<UInt8> { bytes[starts[place]..<starts[place + 1] - 1] }

    /// Whether two lists have the same path at two places.
    func isSame(at place: Int, in other: FileList, at otherPlace: Int) -> Bool {
        let (own, others) = (self[place], other[otherPlace])
        guard own.count == others.count else { return false }
        return own.withUnsafeBytes { own in
            others.withUnsafeBytes { others in
                guard let one = own.baseAddress, let other = others.baseAddress else { return true }
                return memcmp(one, other, own.count) == 0
            }
        }
    }

    /// The paths that begin in one of those ways.
    func paths(beginningWith beginnings: [String]) -> [String] {
        let wanted = beginnings.map { Array($0.utf8) }
        return (0..<count).map { self[$0] }.filter { path in wanted.contains { path.starts(with: $0) } }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The paths that another list has not got.
    func paths(notIn other: FileList) -> [String] {
        // Mostly the lists are the same but for a few files with hashes in their names.
        let most = min(count, other.count)
        let before = (0..<most).first { !isSame(at: $0, in: other, at: $0) } ?? most
        let after =
            (0..<most - before).first { !isSame(at: count - 1 - $0, in: other, at: other.count - 1 - $0) } ?? most
            - before
        let others = Set((before..<other.count - after).map { other[$0] })
        return (before..<count - after).map { self[$0] }.filter { !others.contains($0) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// What becomes of each path, as the system takes it.
    func map<Result>(_ transform: (_ place: Int, _ path: UnsafePointer<CChar>) -> Result) -> [Result] {
        var bytes = bytes
        for end in starts.dropFirst() { bytes[end - 1] = 0 }
        return bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return [] }
            return (0..<count).map { transform($0, (base + starts[$0]).assumingMemoryBound(to: CChar.self)) }
        }
    }
}
