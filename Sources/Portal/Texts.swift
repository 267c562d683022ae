/// The text catalogue of one language: every word that a page, a message or an error shows.
public struct Texts: Sendable {
    /// The language.
    public let language: Language
    private let table: StringTable

    /// A catalogue from its table, which has one string for each case of `Text`, in their order.
    public init(language: Language, table: StringTable) {
        self.language = language
        self.table = table
    }

    /// The text of a key.
    public func callAsFunction(_ key: Text) -> String { table[Int(key.rawValue)] }

    /// The text of a key, its placeholders replaced.
    public func callAsFunction(_ key: Text, _ values: [String: String]) -> String {
        Self.pieces(of: self(key)).map { piece in
            switch piece {
            case .literal(let text): text
            case .placeholder(let name): values[name] ?? ""
            }
        }.joined()
    }

    /// A text's literal parts and placeholders, in order.
    public enum Piece: Equatable, Sendable {
        case literal(String)
        case placeholder(String)
    }

    /// Takes a text apart at its `{placeholders}`; a brace that is not closed is literal.
    public static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
            pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        return pieces
    }
}
