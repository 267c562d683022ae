/// The first 512 bytes of a compound file ([MS-CFB] 2.2).
struct CompoundHeader {
    /// 512 in version 3, 4,096 in version 4.
    let sectorLength: Int
    /// The sectors of the file after the header's own; the last may be cut off.
    let sectors: Int
    /// How many sectors the allocation table says it has.
    let tableSectors: Int
    /// Where the list of the table's sectors goes on after the header.
    let firstTableListSector: UInt32
    let firstDirectorySector: UInt32
    /// Streams of fewer bytes lie in the mini stream.
    let miniCutoff: Int
    let firstMiniTableSector: UInt32

    /// Bytes of a sector of the mini stream.
    static let miniSectorLength = 64

    init(reading bytes: DocumentBytes) throws(DocumentDefect) {
        let version = try bytes.number(at: 26, bytes: 2, .little)
        let sectorShift = try bytes.number(at: 30, bytes: 2, .little)
        // Byte order FFFE, and the only sector lengths that there are.
        guard try bytes.number(at: 28, bytes: 2, .little) == 0xFFFE,
            (version == 3 && sectorShift == 9) || (version == 4 && sectorShift == 12),
            try bytes.number(at: 32, bytes: 2, .little) == 6
        else { throw .damaged }
        sectorLength = 1 << Int(sectorShift)
        sectors = max(0, bytes.count - 1) / sectorLength
        tableSectors = Int(try bytes.number(at: 44, bytes: 4, .little))
        firstDirectorySector = try CompoundFile.entries(in: bytes, at: 48, count: 1)[0]
        miniCutoff = Int(try bytes.number(at: 56, bytes: 4, .little))
        firstMiniTableSector = try CompoundFile.entries(in: bytes, at: 60, count: 1)[0]
        firstTableListSector = try CompoundFile.entries(in: bytes, at: 68, count: 1)[0]
        // "MUST be set to 0x00001000"; another one would put streams where other programs do not look.
        guard miniCutoff == 4_096 else { throw .damaged }
    }

    var entriesPerSector: Int { sectorLength / 4 }

    /// Where a sector begins in the file; sector 0 follows the header's.
    func offset(of sector: Int) -> Int { (sector + 1) * sectorLength }
}
