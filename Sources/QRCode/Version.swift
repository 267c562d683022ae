/// A size of QR codes with what it holds at level M.
struct Version: Equatable, Sendable {
    /// From 1; each has 4 modules more on a side.
    let number: Int
    /// Codewords for mode, length, text and filling (table 7).
    let dataCodewords: Int
    /// Blocks among which they are divided (table 9).
    let blocks: Int
    /// Error correction codewords of each block (table 9).
    let correctionCodewords: Int
    /// Columns, and rows, at which alignment patterns have their centres (table E.1).
    let alignment: [Int]

    var side: Int { 17 + 4 * number }

    /// Bits of the text's length (table 3).
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// The most bytes of a text.
    var capacity: Int { (dataCodewords * 8 - 4 - lengthBits) / 8 }

    private init(_ number: Int, _ data: Int, _ blocks: Int, _ correction: Int, _ alignment: [Int]) {
        self.number = number
        dataCodewords = data
        self.blocks = blocks
        correctionCodewords = correction
        self.alignment = alignment
    }

    static let all = [
        Version(1, 16, 1, 10, []), Version(2, 28, 1, 16, [6, 18]), Version(3, 44, 1, 26, [6, 22]),
        Version(4, 64, 2, 18, [6, 26]), Version(5, 86, 2, 24, [6, 30]), Version(6, 108, 4, 16, [6, 34]),
        Version(7, 124, 4, 18, [6, 22, 38]), Version(8, 154, 4, 22, [6, 24, 42]), Version(9, 182, 5, 22, [6, 26, 46]),
        Version(10, 216, 5, 26, [6, 28, 50]), Version(11, 254, 5, 30, [6, 30, 54]),
        Version(12, 290, 8, 22, [6, 32, 58]), Version(13, 334, 9, 22, [6, 34, 62]),
        Version(14, 365, 9, 24, [6, 26, 46, 66]), Version(15, 415, 10, 24, [6, 26, 48, 70]),
        Version(16, 453, 10, 28, [6, 26, 50, 74]), Version(17, 507, 11, 28, [6, 30, 54, 78]),
        Version(18, 563, 13, 26, [6, 30, 56, 82]), Version(19, 627, 14, 26, [6, 30, 58, 86]),
        Version(20, 669, 16, 26, [6, 34, 62, 90]),
    ]
}
