/// The small streams of a compound file: they lie in sectors of 64 bytes within the root's stream
/// ([MS-CFB] 2.4 and 2.6.3).
struct MiniStream {
    private let header: CompoundHeader
    private let sectors: [Int]
    private let length: Int
    private let next: [UInt32]
    private var isTaken: [Bool]

    init(reading file: inout CompoundFile, root: CompoundDirectory.Entry) throws(DocumentDefect) {
        header = file.header
        length = root.length
        sectors = length == 0 ? [] : try file.chain(from: root.start, length: length)
        var table: [UInt32] = []
        for sector in length == 0 ? [] : try file.chain(from: header.firstMiniTableSector) {
            let wanted = min(header.entriesPerSector, length / CompoundHeader.miniSectorLength + 1 - table.count)
            guard wanted > 0 else { break }
            table += try CompoundFile.entries(in: file.bytes, at: header.offset(of: sector), count: wanted)
        }
        next = table
        isTaken = Array(repeating: false, count: table.count)
    }

    /// Follows a chain of small sectors and takes them; answers where the first one stands in the file.
    mutating func place(
        from start: UInt32, length wanted: Int, in bytes: DocumentBytes
    ) throws(DocumentDefect) -> Int {
        var sector = start
        var left = wanted
        while sector != CompoundFile.endOfChain {
            let index = Int(sector)
            guard index < next.count, !isTaken[index] else { throw .damaged }
            isTaken[index] = true
            try bytes.spend(1)
            if left > 0 {
                let end = index * CompoundHeader.miniSectorLength + min(left, CompoundHeader.miniSectorLength)
                guard end <= length else { throw .damaged }
            }
            left -= CompoundHeader.miniSectorLength
            sector = next[index]
        }
        guard left <= 0 else { throw .damaged }
        let offset = Int(start) * CompoundHeader.miniSectorLength
        return header.offset(of: sectors[offset / header.sectorLength]) + offset % header.sectorLength
    }
}
