/// Reads compound files ([MS-CFB] 2.1–2.6), the containers of Word 97–2003: a small file system of sectors.
///
/// Every sector belongs to one chain at most; so no chain is a loop, and all chains together cost no more steps than
/// the file has sectors.
struct CompoundFile {
    let bytes: DocumentBytes
    let header: CompoundHeader
    /// The allocation table: for each sector the next of its chain.
    private let next: [UInt32]
    private var isTaken: [Bool]

    static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// Reads the header and the allocation table.
    init(reading bytes: DocumentBytes) throws(DocumentDefect) {
        self.bytes = bytes
        header = try CompoundHeader(reading: bytes)
        isTaken = Array(repeating: false, count: header.sectors)
        var table: [UInt32] = []
        for sector in try Self.tableSectors(of: header, in: bytes) {
            guard Int(sector) < isTaken.count, !isTaken[Int(sector)] else { throw .damaged }
            isTaken[Int(sector)] = true
            let wanted = min(header.entriesPerSector, header.sectors - table.count)
            table += try Self.entries(in: bytes, at: header.offset(of: Int(sector)), count: wanted)
        }
        next = table
    }

    /// Follows a chain to its end and takes its sectors.
    ///
    /// - Parameter length: the bytes that must lie in it, where they are known. The last sector may be cut off behind
    ///   them, as some writers do not fill it.
    mutating func chain(from start: UInt32, length: Int? = nil) throws(DocumentDefect) -> [Int] {
        var sectors: [Int] = []
        var sector = start
        while sector != Self.endOfChain {
            let index = Int(sector)
            guard index < next.count, !isTaken[index] else { throw .damaged }
            isTaken[index] = true
            sectors.append(index)
            try bytes.spend(1)
            sector = next[index]
        }
        guard let length, length > 0 else { return sectors }
        let last = (length - 1) / header.sectorLength
        guard last < sectors.count else { throw .damaged }
        let end = header.offset(of: sectors[last]) + length - last * header.sectorLength
        guard end <= bytes.count else { throw .damaged }
        return sectors
    }

    static let endOfChain: UInt32 = 0xFFFF_FFFE

    /// 32-bit numbers of a table, from a place on.
    static func entries(in bytes: DocumentBytes, at start: Int, count: Int) throws(DocumentDefect) -> [UInt32] {
        var entries: [UInt32] = []
        entries.reserveCapacity(count)
        for index in 0..<count {
            entries.append(UInt32(truncatingIfNeeded: try bytes.number(at: start + 4 * index, bytes: 4, .little)))
        }
        return entries
    }

    /// The sectors that hold the allocation table: the first 109 stand in the header, more in a chain of their own
    /// (2.5.1). Those for sectors beyond the file's end are left out.
    private static func tableSectors(
        of header: CompoundHeader, in bytes: DocumentBytes
    ) throws(DocumentDefect) -> [UInt32] {
        let needed = (header.sectors + header.entriesPerSector - 1) / header.entriesPerSector
        let wanted = min(header.tableSectors, needed)
        var sectors = try entries(in: bytes, at: 76, count: min(109, wanted))
        var more = header.firstTableListSector
        while sectors.count < wanted {
            guard Int(more) < header.sectors else { throw .damaged }
            let place = header.offset(of: Int(more))
            let count = min(header.entriesPerSector - 1, wanted - sectors.count)
            sectors += try entries(in: bytes, at: place, count: count)
            more = try entries(in: bytes, at: place + header.sectorLength - 4, count: 1)[0]
        }
        return sectors
    }
}
