/// The storages and streams of a compound file, as a tree ([MS-CFB] 2.6).
struct CompoundDirectory {
    /// A storage or a stream.
    struct Entry {
        /// In upper case, as names are compared; a name that is too long to matter here is left out.
        let name: String
        let isStream: Bool
        /// 1 for what lies in the root.
        let depth: Int
        let start: UInt32
        let length: Int
    }

    /// The most entries; each object that is embedded in a letter brings about eight.
    static let entryLimit = 50_000

    /// Every entry below the root, each once.
    private(set) var entries: [Entry] = []
    /// The root, whose stream holds the small streams.
    let root: Entry

    /// Follows the tree; whatever it reaches twice is a loop.
    init(reading file: inout CompoundFile) throws(DocumentDefect) {
        let reader = EntryReader(file: file, sectors: try file.chain(from: file.header.firstDirectorySector))
        let first = try reader.entry(0, depth: 0)
        guard first.type == 5 else { throw .damaged }
        root = first.entry
        var isSeen = Array(repeating: false, count: reader.count)
        var waiting = [(id: first.child, depth: 1)]
        while let (id, depth) = waiting.popLast() {
            if id == EntryReader.none { continue }
            guard id < reader.count, !isSeen[id], entries.count < Self.entryLimit else { throw .damaged }
            isSeen[id] = true
            let found = try reader.entry(id, depth: depth)
            guard found.type == 1 || found.type == 2 else { throw .damaged }
            entries.append(found.entry)
            waiting += [(found.left, depth), (found.right, depth)]
            if found.type == 1 { waiting.append((found.child, depth + 1)) }
        }
    }

    /// A stream of the root.
    func stream(_ name: String) -> Entry? {
        entries.first { $0.depth == 1 && $0.isStream && $0.name == name }
    }
}

/// Reads the directory's entries of 128 bytes from its chain.
private struct EntryReader {
    let file: CompoundFile
    let sectors: [Int]

    static let none = 0xFFFF_FFFF
    private static let length = 128
    private static let longestName = "ENCRYPTEDPACKAGE".utf8.count

    var count: Int { sectors.count * file.header.sectorLength / Self.length }

    struct Found {
        let entry: CompoundDirectory.Entry
        let type: UInt8
        let left: Int
        let right: Int
        let child: Int
    }

    func entry(_ id: Int, depth: Int) throws(DocumentDefect) -> Found {
        let perSector = file.header.sectorLength / Self.length
        guard id < count else { throw .damaged }
        let place = file.header.offset(of: sectors[id / perSector]) + id % perSector * Self.length
        let type = try file.bytes.byte(at: place + 66)
        let ids = try CompoundFile.entries(in: file.bytes, at: place + 68, count: 3).map(Int.init)
        // In version 3 the upper half may hold anything (2.6.3).
        let lengthBytes = file.header.sectorLength == 512 ? 4 : 8
        let length = Int(exactly: try file.bytes.number(at: place + 120, bytes: lengthBytes, .little))
        guard let length, type != 2 || length <= file.bytes.count else { throw .damaged }
        let entry = CompoundDirectory.Entry(
            name: try name(at: place), isStream: type == 2, depth: depth,
            start: try CompoundFile.entries(in: file.bytes, at: place + 116, count: 1)[0], length: length)
        return Found(entry: entry, type: type, left: ids[0], right: ids[1], child: ids[2])
    }

    private func name(at place: Int) throws(DocumentDefect) -> String {
        let length = Int(try file.bytes.number(at: place + 64, bytes: 2, .little))
        // "The terminating null character MUST be counted"
        guard (2...64).contains(length), length % 2 == 0 else { throw .damaged }
        guard length / 2 - 1 <= Self.longestName else { return "" }
        var name = ""
        for index in 0..<length / 2 - 1 {
            let unit = UInt16(truncatingIfNeeded: try file.bytes.number(at: place + 2 * index, bytes: 2, .little))
            let isSmall = (0x61...0x7A).contains(unit)
            name.unicodeScalars.append(Unicode.Scalar(isSmall ? unit - 0x20 : unit) ?? "\u{FFFD}")
        }
        return name
    }
}
