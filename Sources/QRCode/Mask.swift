/// A pattern by which data modules are inverted, so that they do not look like anything else (section 7.8.2).
enum Mask: Int, CaseIterable {
    case checkers, rows, columns, diagonals, bricks, sparse, dense, woven

    func inverts(_ x: Int, _ y: Int) -> Bool {
        switch self {
        case .checkers: (x + y) % 2 == 0
        case .rows: y % 2 == 0
        case .columns: x % 3 == 0
        case .diagonals: (x + y) % 3 == 0
        case .bricks: (y / 2 + x / 3) % 2 == 0
        case .sparse: x * y % 2 + x * y % 3 == 0
        case .dense: (x * y % 2 + x * y % 3) % 2 == 0
        case .woven: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }
}

extension Grid {
    /// How hard the code is to read, as section 7.8.3 counts it; the mask with the least is taken.
    var penalty: Int {
        var penalty = squares + imbalance
        for place in 0..<side {
            let row = (0..<side).map { dark[place * side + $0] }
            let column = (0..<side).map { dark[$0 * side + place] }
            for line in [row, column] { penalty += Self.runs(line) + Self.falseFinders(line) }
        }
        return penalty
    }

    /// Five or more modules of one colour in a line.
    private static func runs(_ line: [Bool]) -> Int {
        var (penalty, length) = (0, 1)
        for place in 1...line.count {
            if place < line.count, line[place] == line[place - 1] {
                length += 1
            } else {
                penalty += length >= 5 ? length - 2 : 0
                length = 1
            }
        }
        return penalty
    }

    /// What looks like a finder pattern: dark and light 1:1:3:1:1, with four light modules on one side.
    private static func falseFinders(_ line: [Bool]) -> Int {
        let finder = [true, false, true, true, true, false, true]
        let light = [Bool](repeating: false, count: 4)
        return 40 * (occurrences(of: finder + light, in: line) + occurrences(of: light + finder, in: line))
    }

    private static func occurrences(of pattern: [Bool], in line: [Bool]) -> Int {
        (0...line.count - pattern.count).lazy.filter { line[$0..<$0 + pattern.count].elementsEqual(pattern) }.count
    }

    /// Squares of two by two of one colour.
    private var squares: Int {
        var penalty = 0
        for y in 1..<side {
            for x in 1..<side {
                let here = dark[y * side + x]
                if here == dark[y * side + x - 1], here == dark[(y - 1) * side + x],
                    here == dark[(y - 1) * side + x - 1]
                {
                    penalty += 3
                }
            }
        }
        return penalty
    }

    /// Ten for each full twentieth by which dark modules are more or less than half.
    private var imbalance: Int {
        let count = dark.lazy.filter { $0 }.count
        return abs(count * 20 - dark.count * 10) / dark.count * 10
    }
}
