/// A QR code of a text (ISO/IEC 18004): byte mode, error correction level M.
public struct QRCode: Equatable, Sendable {
    /// Modules of a side, without the quiet zone of 4 modules that must surround it.
    public let side: Int
    /// The rows from the top.
    private let rows: [ModuleRow]

    /// The smallest code that holds the text; nil for more than 666 bytes, which no telephone would read from a screen.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = Version.all.first(where: { bytes.count <= $0.capacity }) else { return nil }
        var blank = Grid(version)
        blank.place(errorCorrected(dataCodewords(of: bytes, version), version))
        let masked = Mask.allCases.map { blank.masked($0) }
        guard let best = masked.min(by: { $0.penalty < $1.penalty }) else { return nil }
        side = version.side
        rows = best.rows
    }

    /// Whether the module in a column and a row, counted from 0 at the upper left, is dark.
    public func isDark(_ x: Int, _ y: Int) -> Bool { rows[y] >> x & 1 == 1 }
}

/// Mode, length and bytes as codewords, filled up to what the version holds (section 7.4).
func dataCodewords(of bytes: [UInt8], _ version: Version) -> [UInt8] {
    var bits = BitString()
    bits.append(0b0100, count: 4)
    bits.append(bytes.count, count: version.lengthBits)
    for byte in bytes { bits.append(Int(byte), count: 8) }
    bits.append(0, count: min(4, version.dataCodewords * 8 - bits.count))
    var codewords = bits.filledBytes
    for pad in [0xec, 0x11].cycled(version.dataCodewords - codewords.count) { codewords.append(pad) }
    return codewords
}

/// Bits, the most significant first.
private struct BitString {
    /// The bits, the last byte filled up with zeros.
    private(set) var filledBytes: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ number: Int, count: Int) {
        for place in (0..<count).reversed() {
            if self.count % 8 == 0 { filledBytes.append(0) }
            if number >> place & 1 == 1 { filledBytes[self.count / 8] |= 0x80 >> (self.count % 8) }
            self.count += 1
        }
    }
}

extension [UInt8] {
    /// So many elements, from the first on, again and again.
    fileprivate func cycled(_ length: Int) -> [UInt8] { (0..<Swift.max(0, length)).map { self[$0 % count] } }
}
