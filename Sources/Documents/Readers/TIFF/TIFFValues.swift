/// The values of one entry of a directory, which stand in the entry where they fit, else elsewhere.
struct TIFFValues {
    /// How many there are.
    let count: Int
    private let type: UInt64
    private let length: Int
    private let start: Int

    /// The bytes of a value of each type (TIFF 6.0, section 2; BigTIFF); what is not here is not read by anyone.
    private static let lengths: [UInt64: Int] = [
        1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8,
    ]

    /// - Throws: `damaged` where they do not lie within the file.
    init(reading bytes: DocumentBytes, entry: Int, _ layout: TIFFLayout) throws(DocumentDefect) {
        // "Tag, type, count, value or offset"
        type = try bytes.number(at: entry + 2, bytes: 2, layout.order)
        length = Self.lengths[type] ?? 0
        let found = try layout.offset(in: bytes, at: entry + 4)
        guard length == 0 || found <= bytes.count / length else { throw .damaged }
        count = found
        let value = entry + 4 + layout.offsetLength
        let isInEntry = length == 0 || count * length <= layout.offsetLength
        start = isInEntry ? value : try layout.offset(in: bytes, at: value)
        guard isInEntry || start <= bytes.count - count * length else { throw .damaged }
    }

    /// - Throws: `damaged` where it is no whole number.
    func number(in bytes: DocumentBytes, _ index: Int, _ layout: TIFFLayout) throws(DocumentDefect) -> Int {
        // SHORT, LONG, IFD, LONG8, IFD8
        guard [3, 4, 13, 16, 18].contains(type), index < count,
            let number = Int(exactly: try bytes.number(at: start + index * length, bytes: length, layout.order))
        else { throw .damaged }
        return number
    }

    func numbers(
        in bytes: DocumentBytes, _ range: Range<Int>, _ layout: TIFFLayout
    ) throws(DocumentDefect) -> [Int] {
        var numbers: [Int] = []
        numbers.reserveCapacity(range.count)
        for index in range { numbers.append(try number(in: bytes, index, layout)) }
        return numbers
    }
}
