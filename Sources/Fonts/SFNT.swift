/// The directory of a TrueType or OpenType font: https://learn.microsoft.com/typography/opentype/spec/otff.
struct SFNT {
    /// A table of the font.
    struct Table: Equatable {
        /// Its name, four bytes.
        let tag: [UInt8]
        /// Its bytes in the file.
        let range: Range<Int>
    }

    /// `0x00010000` for TrueType outlines, `OTTO` for those of PostScript.
    let flavour: UInt32
    /// The tables, in the order of the directory.
    let tables: [Table]

    init(_ font: [UInt8]) throws(FontFault) {
        guard font.count >= 12 else { throw .notAFont }
        flavour = font.number(at: 0)
        if flavour == Self.collection { throw .collection }
        guard flavour == 0x0001_0000 || flavour == Self.postScript || flavour == Self.apple else { throw .notAFont }
        let count = Int(font.number(at: 4) >> 16)
        guard font.count >= 12 + count * 16 else { throw .notAFont }
        var tables: [Table] = []
        for entry in (0..<count).map({ 12 + $0 * 16 }) {
            let (offset, length) = (Int(font.number(at: entry + 8)), Int(font.number(at: entry + 12)))
            guard offset >= 12 + count * 16, offset + length <= font.count else { throw .notAFont }
            tables.append(Table(tag: Array(font[entry..<entry + 4]), range: offset..<offset + length))
        }
        self.tables = tables
    }

    private static let collection: UInt32 = 0x7474_6366
    private static let postScript: UInt32 = 0x4F54_544F
    private static let apple: UInt32 = 0x7472_7565

    /// Whether it holds a whole range of weights.
    var isVariable: Bool { tables.contains { $0.tag == Array("fvar".utf8) } }
}

extension [UInt8] {
    /// Four bytes as a number, the greatest first.
    func number(at place: Int) -> UInt32 {
        self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func append(_ number: UInt32) {
        for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }

    mutating func append(_ number: UInt16) {
        append(UInt8(number >> 8))
        append(UInt8(truncatingIfNeeded: number))
    }
}
