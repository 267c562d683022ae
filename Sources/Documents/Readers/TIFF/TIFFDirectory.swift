/// One page's directory: its entries by tag, as far as they matter here.
struct TIFFDirectory {
    /// Where the next directory stands; 0 after the last.
    let next: Int
    private let layout: TIFFLayout
    private var values: [UInt64: TIFFValues] = [:]

    private static let width: UInt64 = 256
    private static let height: UInt64 = 257
    /// Where the pixels are and how many bytes each piece has: strips, tiles, or one JPEG image of the old kind.
    private static let pieces: [(offsets: UInt64, counts: UInt64)] = [(273, 279), (324, 325), (513, 514)]

    /// - Throws: `damaged` where it does not lie within the file.
    init(reading bytes: DocumentBytes, at start: Int, _ layout: TIFFLayout) throws(DocumentDefect) {
        self.layout = layout
        let countLength = layout.isBig ? 8 : 2
        let entryLength = layout.isBig ? 20 : 12
        let entries = try bytes.number(at: start, bytes: countLength, layout.order)
        guard entries > 0, entries <= UInt64(bytes.count / entryLength) else { throw .damaged }
        let wanted: Set<UInt64> = [Self.width, Self.height, 273, 279, 324, 325, 513, 514]
        let end = start + countLength + Int(entries) * entryLength
        for at in stride(from: start + countLength, to: end, by: entryLength) {
            let tag = try bytes.number(at: at, bytes: 2, layout.order)
            // The others must be there too: their values may be the last bytes of the file.
            let found = try TIFFValues(reading: bytes, entry: at, layout)
            if wanted.contains(tag) { values[tag] = found }
        }
        next = try layout.offset(in: bytes, at: end)
    }

    /// The page's size, and whether all its pixels are in the file.
    func check(_ bytes: DocumentBytes, limits: DocumentLimits) throws(DocumentDefect) {
        guard let width = values[Self.width], let height = values[Self.height] else { throw .damaged }
        try limits.check(
            width: try width.number(in: bytes, 0, layout), height: try height.number(in: bytes, 0, layout))
        var hasPixels = false
        for piece in Self.pieces {
            guard let offsets = values[piece.offsets], offsets.count > 0 else { continue }
            hasPixels = true
            try check(offsets, values[piece.counts], in: bytes)
        }
        guard hasPixels else { throw .damaged }
    }

    /// Blocks of each list in turn, as the two lie apart and the window holds one place.
    private func check(_ offsets: TIFFValues, _ counts: TIFFValues?, in bytes: DocumentBytes) throws(DocumentDefect) {
        if let counts, counts.count != offsets.count { throw .damaged }
        let blockLength = 512
        for start in stride(from: 0, to: offsets.count, by: blockLength) {
            let block = start..<min(start + blockLength, offsets.count)
            let places = try offsets.numbers(in: bytes, block, layout)
            // Old writers leave the lengths out.
            let lengths = try counts?.numbers(in: bytes, block, layout) ?? Array(repeating: 1, count: places.count)
            for (place, length) in zip(places, lengths) where length > 0 {
                guard place <= bytes.count, length <= bytes.count - place else { throw .damaged }
            }
        }
    }
}
