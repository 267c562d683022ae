/// The chunks of a PNG file that has been checked, one after the other (ISO/IEC 15948, 5.3).
struct PNGChunks {
    static let palette: UInt32 = 0x504C_5445  // PLTE
    static let transparency: UInt32 = 0x7452_4E53  // tRNS
    static let exif: UInt32 = 0x6558_4966  // eXIf
    static let data: UInt32 = 0x4944_4154  // IDAT
    static let end: UInt32 = 0x4945_4E44  // IEND

    private var at = 8

    /// The next chunk's type, and where its data stand; nil from the end chunk on.
    mutating func next(in bytes: DocumentBytes) throws(DocumentDefect) -> (type: UInt32, data: Range<Int>)? {
        let length = Int(try bytes.number(at: at, bytes: 4, .big))
        let type = UInt32(truncatingIfNeeded: try bytes.number(at: at + 4, bytes: 4, .big))
        guard type != Self.end else { return nil }
        let data = at + 8..<at + 8 + length
        at = data.upperBound + 4
        return (type, data)
    }
}
