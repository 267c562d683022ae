/// A row of modules, dark ones as ones; the lowest bit is the column at the left. The largest code has 97 columns.
typealias ModuleRow = UInt128

/// The modules of a code while it is drawn: the patterns that every code has, then the data around them.
struct Grid {
    let side: Int
    /// The rows from the top.
    private(set) var rows: [ModuleRow]
    /// Modules of patterns, which hold no data and are not masked, as ones.
    private var patterns: [ModuleRow]

    /// The patterns of a version, with room for data (section 6.3).
    init(_ version: Version) {
        side = version.side
        rows = Array(repeating: 0, count: side)
        patterns = rows
        drawTiming()
        for (x, y) in [(3, 3), (side - 4, 3), (3, side - 4)] { drawFinder(x, y) }
        for x in version.alignment {
            // Three corners have a finder pattern instead.
            for y in version.alignment where min(x, y) > 6 || max(x, y) < side - 7 && x != y { drawAlignment(x, y) }
        }
        drawFormat(Mask.allCases[0])
        if version.number >= 7 { drawVersion(version.number) }
    }

    /// Modules that are free for data.
    var free: Int { side * side - patterns.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether the module in a column and a row is dark.
    func isDark(_ x: Int, _ y: Int) -> Bool { rows[y] >> x & 1 == 1 }

    private mutating func draw(_ x: Int, _ y: Int, _ isDark: Bool) {
        let module: ModuleRow = 1 << x
        if isDark { rows[y] |= module } else { rows[y] &= ~module }
        patterns[y] |= module
    }

    private mutating func drawTiming() {
        for place in 0..<side {
            draw(6, place, place % 2 == 0)
            draw(place, 6, place % 2 == 0)
        }
    }

    /// A finder pattern with its light edge, around a centre.
    private mutating func drawFinder(_ centreX: Int, _ centreY: Int) {
        for y in max(0, centreY - 4)...min(side - 1, centreY + 4) {
            for x in max(0, centreX - 4)...min(side - 1, centreX + 4) {
                let ring = max(abs(x - centreX), abs(y - centreY))
                draw(x, y, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignment(_ centreX: Int, _ centreY: Int) {
        for y in centreY - 2...centreY + 2 {
            for x in centreX - 2...centreX + 2 { draw(x, y, max(abs(x - centreX), abs(y - centreY)) != 1) }
        }
    }

    /// Level M and the mask, with error correction, twice (section 7.9).
    private mutating func drawFormat(_ mask: Mask) {
        let level = 0b00
        let data = level << 3 | mask.rawValue
        let bits = (data << 10 | bchRemainder(of: data, by: 0x537, degree: 10)) ^ 0x5412
        for place in 0..<15 {
            let isDark = bits >> place & 1 == 1
            switch place {
            case 0..<6: draw(8, place, isDark)
            case 6, 7: draw(8, place + 1, isDark)
            case 8: draw(7, 8, isDark)
            default: draw(14 - place, 8, isDark)
            }
            if place < 8 { draw(side - 1 - place, 8, isDark) } else { draw(8, side - 15 + place, isDark) }
        }
        draw(8, side - 8, true)
    }

    /// The version with error correction, twice (section 7.10).
    private mutating func drawVersion(_ number: Int) {
        let bits = number << 12 | bchRemainder(of: number, by: 0x1f25, degree: 12)
        for place in 0..<18 {
            let (far, near) = (side - 11 + place % 3, place / 3)
            draw(far, near, bits >> place & 1 == 1)
            draw(near, far, bits >> place & 1 == 1)
        }
    }

    private func bchRemainder(of data: Int, by generator: Int, degree: Int) -> Int {
        (0..<degree).reduce(data) { rest, _ in rest << 1 ^ (rest >> (degree - 1) & 1) * generator }
    }

    /// Puts codewords into the free modules: columns in pairs from the right, upwards and downwards in turn (7.7.3).
    mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        var goesUp = true
        for right in stride(from: side - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            for step in 0..<side {
                let y = goesUp ? side - 1 - step : step
                for x in [right, right - 1] where patterns[y] >> x & 1 == 0 && bit < codewords.count * 8 {
                    if codewords[bit / 8] >> (7 - UInt8(bit % 8)) & 1 == 1 { rows[y] |= 1 << x }
                    bit += 1
                }
            }
            goesUp.toggle()
        }
    }

    /// The same grid under a mask.
    func masked(_ mask: Mask) -> Grid {
        var masked = self
        let inverted = mask.rows(side)
        for y in 0..<side { masked.rows[y] ^= inverted[y] & ~patterns[y] }
        masked.drawFormat(mask)
        return masked
    }
}
