/// The portal's pattern for letter numbers, for example `{year}/{sequence}`.
///
/// Placeholders: `{year}` the year of acceptance in the portal's calendar, `{sequence}` a number that counts from 1 in
/// each year without a gap, `{unit}` the unit's id, once at most and parted from the sequence by something that is no
/// digit. `{sequence:5}` pads with zeros to five digits.
public struct LetterNumbering: Equatable, Sendable {
    /// What is wrong with a pattern.
    public enum Fault: Error, Equatable, Sendable {
        /// The pattern lacks `{year}` or `{sequence}`: its numbers would not be unique.
        case lacks(String)
        /// No such placeholder.
        case unknownPlaceholder(String)
        /// A brace that is not closed.
        case unclosedBrace
        /// `{unit}` stands more than once.
        case repeatedUnit
        /// Only digits, or nothing, stand between `{unit}` and `{sequence}`.
        case undivided
    }

    private enum Piece: Equatable, Sendable {
        case literal(String), year, sequence(width: Int), unit

        var isSequence: Bool { if case .sequence = self { true } else { false } }

        /// Whether a number cannot go on across this piece.
        var divides: Bool {
            if case .literal(let text) = self { !text.utf8.allSatisfy { (0x30...0x39).contains($0) } } else { false }
        }
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
        guard pieces.contains(where: \.isSequence) else {
            throw .lacks("{sequence}")
        }
        try Self.requireUnique(pieces)
        self.pattern = pattern
        self.pieces = pieces
    }

    /// Refuses patterns that can give two letters one number.
    ///
    /// A year has four digits and a sequence only digits, so both can be told apart from what stands beside them. An id
    /// has any length and may begin or end with digits: where the number that touches it is the sequence, «a1» with 2
    /// and «a» with 12 would read alike.
    private static func requireUnique(_ pieces: [Piece]) throws(Fault) {
        let units = pieces.indices.filter { pieces[$0] == .unit }
        guard let unit = units.first else { return }
        guard units.count == 1 else { throw .repeatedUnit }
        let before = pieces[..<unit].reversed().prefix { !$0.divides }
        let after = pieces[(unit + 1)...].prefix { !$0.divides }
        guard !before.contains(where: \.isSequence), !after.contains(where: \.isSequence) else { throw .undivided }
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
