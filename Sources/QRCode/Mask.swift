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

    /// The modules that it inverts. Each pattern comes again after 6 columns and after 12 rows.
    func rows(_ side: Int) -> [ModuleRow] {
        let across = (0..<12).map { y in
            let first = (0..<6).reduce(ModuleRow(0)) { $0 | (inverts($1, y) ? 1 << $1 : 0) }
            return stride(from: 0, to: side, by: 6).reduce(ModuleRow(0)) { $0 | first << $1 } & ~(~0 << side)
        }
        return (0..<side).map { across[$0 % 12] }
    }
}
