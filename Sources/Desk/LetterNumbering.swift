/// The portal's pattern for letter numbers, for example `{year}/{sequence}`.
///
/// Placeholders: `{year}` the year of acceptance in the portal's calendar, `{sequence}` a number that counts from 1 in
/// each year without a gap, `{unit}` the unit's id. `{sequence:5}` pads with zeros to five digits.
public struct LetterNumbering: Equatable, Sendable {
    /// What is wrong with a pattern.
    public enum Fault: Error, Equatable, Sendable {
        /// The pattern lacks `{year}` or `{sequence}`: its numbers would not be unique.
        case lacks(String)
        /// No such placeholder.
        case unknownPlaceholder(String)
        /// A brace that is not closed.
        case unclosedBrace
    }

    private enum Piece: Equatable, Sendable {
        case literal(String), year, sequence(width: Int), unit
    }

    /// The pattern as written.
    public let pattern: String
    private let pieces: [Piece]

    /// Reads a pattern.
    public init(pattern: String) throws(Fault) {
        var pieces: [Piece] = []
        var rest = pattern[...]
        while let brace = rest.firstIndex(of: "{") {
            if brace > rest.startIndex { pieces.append(.literal(String(rest[..<brace]))) }
            guard let end = rest[brace...].firstIndex(of: "}") else { throw .unclosedBrace }
            let parts = rest[rest.index(after: brace)..<end].split(separator: ":", omittingEmptySubsequences: false)
            switch (parts.first ?? "", parts.count == 2 ? Int(parts[1]) : nil, parts.count) {
            case ("year", _, 1): pieces.append(.year)
            case ("unit", _, 1): pieces.append(.unit)
            case ("sequence", _, 1): pieces.append(.sequence(width: 1))
            case ("sequence", let width?, 2) where (1...12).contains(width): pieces.append(.sequence(width: width))
            default: throw .unknownPlaceholder(String(rest[brace...end]))
            }
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        guard pieces.contains(.year) else { throw .lacks("{year}") }
        guard pieces.contains(where: { if case .sequence = $0 { true } else { false } }) else {
            throw .lacks("{sequence}")
        }
        self.pattern = pattern
        self.pieces = pieces
    }

    /// The number of the letter that comes `sequence`-th in `year`.
    public func number(year: Int, sequence: Int, unit: String) -> String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): return text
            case .year: return String(year)
            case .unit: return unit
            case .sequence(let width):
                let digits = String(sequence)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }
        }.joined()
    }
}
