/// Reads TIFF files (TIFF 6.0 and BigTIFF).
enum TIFFReader {
    /// The byte order, then 42, or 43 in a BigTIFF, in that order.
    static func recognises(_ head: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42],
            [0x49, 0x49, 43, 0, 8, 0, 0, 0], [0x4D, 0x4D, 0, 43, 0, 8, 0, 0],
        ]
        return signatures.contains { head.starts(with: $0) }
    }

    /// The most pages: nobody scans more into one file.
    static let pageLimit = 10_000

    /// Goes from directory to directory; each page must have its size, and its pixels within the file.
    static func check(_ bytes: DocumentBytes, limits: DocumentLimits) throws(DocumentDefect) {
        let order: ByteOrder = try bytes.byte(at: 0) == 0x49 ? .little : .big
        let layout = TIFFLayout(order: order, isBig: try bytes.number(at: 2, bytes: 2, order) == 43)
        var next = try layout.offset(in: bytes, at: layout.isBig ? 8 : 4)
        var seen: Set<Int> = []
        repeat {
            // A directory that was seen before is a loop.
            guard seen.count < pageLimit, seen.insert(next).inserted else { throw .damaged }
            let directory = try TIFFDirectory(reading: bytes, at: next, layout)
            try directory.check(bytes, limits: limits)
            next = directory.next
        } while next != 0
    }
}

/// How wide the numbers of a file are, and in which order their bytes stand.
struct TIFFLayout {
    let order: ByteOrder
    /// Whether offsets have 8 bytes instead of 4.
    let isBig: Bool

    var offsetLength: Int { isBig ? 8 : 4 }

    func offset(in bytes: DocumentBytes, at place: Int) throws(DocumentDefect) -> Int {
        guard let offset = Int(exactly: try bytes.number(at: place, bytes: offsetLength, order)) else { throw .damaged }
        return offset
    }
}
