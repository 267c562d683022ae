/// The end of a zip file, which says where its directory is (APPNOTE 6.3.10, 4.3.14–4.3.16).
struct ZipEnd {
    /// The directory's bytes.
    let directory: Range<Int>
    /// How many entries it has.
    let entries: Int

    /// "PK\5\6", 18 bytes, and a comment of at most 65,535.
    private static let length = 22
    private static let locatorLength = 20

    /// Whether an archive ends where the file ends.
    static func isAtEnd(of bytes: DocumentBytes) throws(DocumentDefect) -> Bool { try place(in: bytes) != nil }

    /// - Throws: `damaged` where there is no such end, or the archive has several volumes.
    init(reading bytes: DocumentBytes) throws(DocumentDefect) {
        guard let place = try Self.place(in: bytes) else { throw .damaged }
        let disks = try bytes.number(at: place + 4, bytes: 4, .little)
        let count = try bytes.number(at: place + 10, bytes: 2, .little)
        let size = try bytes.number(at: place + 12, bytes: 4, .little)
        let start = try bytes.number(at: place + 16, bytes: 4, .little)
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            self = try Self(reading64: bytes, before: place)
        } else {
            guard disks == 0 else { throw .damaged }
            try self.init(start: start, size: size, count: count, before: place)
        }
    }

    private init(start: UInt64, size: UInt64, count: UInt64, before end: Int) throws(DocumentDefect) {
        guard let start = Int(exactly: start), let size = Int(exactly: size), let count = Int(exactly: count),
            start <= end, size <= end - start
        else { throw .damaged }
        directory = start..<start + size
        entries = count
    }

    /// The larger record of zip64, which a locator right before the end leads to.
    private init(reading64 bytes: DocumentBytes, before end: Int) throws(DocumentDefect) {
        let locator = end - Self.locatorLength
        guard locator >= 0, try bytes.number(at: locator, bytes: 4, .little) == 0x0706_4B50,
            let place = Int(exactly: try bytes.number(at: locator + 8, bytes: 8, .little)), place < locator,
            try bytes.number(at: place, bytes: 4, .little) == 0x0606_4B50,
            try bytes.number(at: place + 16, bytes: 8, .little) == 0
        else { throw .damaged }
        try self.init(
            start: try bytes.number(at: place + 48, bytes: 8, .little),
            size: try bytes.number(at: place + 40, bytes: 8, .little),
            count: try bytes.number(at: place + 32, bytes: 8, .little), before: place)
    }

    /// Where the last record stands whose comment ends with the file, padding aside.
    private static func place(in bytes: DocumentBytes) throws(DocumentDefect) -> Int? {
        let end = try bytes.endWithoutPadding()
        var from = max(0, end - length - 65_535)
        var last: Int?
        while let found = try bytes.find("PK\u{5}\u{6}", in: from..<end), found + length <= bytes.count {
            let recordEnd = found + length + Int(try bytes.number(at: found + 20, bytes: 2, .little))
            // The record's own last bytes may be NULs, so it may end behind what is there without padding.
            if (end...bytes.count).contains(recordEnd) { last = found }
            from = found + 1
        }
        return last
    }
}
