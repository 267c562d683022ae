extension Grid {
    /// How hard the code is to read, as section 7.8.3 counts it; the mask with the least is taken.
    ///
    /// All modules of a row are looked at together: a bit of what is computed stands for what begins at its column.
    var penalty: Int {
        var penalty = imbalance
        for y in 0..<side {
            penalty += 3 * squares(at: y).nonzeroBitCount
            for direction in [Direction.across, .down] {
                let runs = runs(at: y, direction)
                penalty += runs.fives.nonzeroBitCount + 2 * runs.ends.nonzeroBitCount
                penalty += 40 * falseFinders(at: y, direction)
            }
        }
        return penalty
    }

    private enum Direction { case across, down }

    /// The modules that lie so far from those of a row.
    private func modules(_ distance: Int, from y: Int, _ direction: Direction) -> ModuleRow {
        switch direction {
        case .across: rows[y] &>> ModuleRow(truncatingIfNeeded: distance)
        case .down: y + distance < side ? rows[y + distance] : 0
        }
    }

    /// The columns of a row at which something of this length can begin.
    private func room(for length: Int, at y: Int, _ direction: Direction) -> ModuleRow {
        switch direction {
        case .across: ~(~0 &<< ModuleRow(side - length + 1))
        case .down: y + length <= side ? ~(~0 &<< ModuleRow(side)) : 0
        }
    }

    /// Where five modules of one colour begin, and where the last five of such a run do: a run of five costs 3, each further
    /// module 1.
    private func runs(at y: Int, _ direction: Direction) -> (fives: ModuleRow, ends: ModuleRow) {
        let first = modules(0, from: y, direction)
        var differing: ModuleRow = 0
        for distance in 1...4 { differing |= first ^ modules(distance, from: y, direction) }
        let fives = ~differing & room(for: 5, at: y, direction)
        let longer = ~(first ^ modules(5, from: y, direction)) & room(for: 6, at: y, direction)
        return (fives, fives & ~longer)
    }

    /// What looks like a finder pattern: dark and light 1:1:3:1:1, with four light modules on one side.
    private func falseFinders(at y: Int, _ direction: Direction) -> Int {
        var (before, after) = (room(for: 11, at: y, direction), room(for: 11, at: y, direction))
        for distance in 0..<11 {
            let modules = modules(distance, from: y, direction)
            after &= Self.finderThenLight >> distance & 1 == 1 ? modules : ~modules
            before &= Self.lightThenFinder >> distance & 1 == 1 ? modules : ~modules
        }
        return before.nonzeroBitCount + after.nonzeroBitCount
    }

    private static let finderThenLight = 0b000_0101_1101
    private static let lightThenFinder = 0b101_1101_0000

    /// Squares of two by two of one colour.
    private func squares(at y: Int) -> ModuleRow {
        guard y + 1 < side else { return 0 }
        let (upper, lower) = (rows[y], rows[y + 1])
        let differing = (upper ^ upper >> 1) | (upper ^ lower) | (lower ^ lower >> 1)
        return ~differing & room(for: 2, at: y, .across)
    }

    /// Ten for each full twentieth by which dark modules are more or less than half.
    private var imbalance: Int {
        let count = rows.reduce(0) { $0 + $1.nonzeroBitCount }
        return abs(count * 20 - side * side * 10) / (side * side) * 10
    }
}
