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
    public func callAsFunction(_ key: Text, _ values: KeyValuePairs<String, String>) -> String {
        filled(key) { name in values.first { $0.key == name }?.value }
    }

    /// The text of a key, each placeholder replaced by what `value` says of its name.
    public func filled(_ key: Text, _ value: (String) -> String?) -> String {
        var filled = ""
        for piece in Self.pieces(of: self(key)) {
            switch piece {
            case .literal(let text): filled += text
            case .placeholder(let name): filled += value(name) ?? ""
            }
        }
        return filled
    }

    /// A text's literal parts and placeholders, in order.
    public enum Piece: Equatable, Sendable {
        case literal(String)
        case placeholder(String)
    }

    /// Takes a text apart at its `{placeholders}`; a brace that is not closed is literal.
    public static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        // Bytes are looked at, not characters: braces are ASCII, and finding characters costs much more.
        let bytes = text.utf8
        var start = bytes.startIndex
        while let open = bytes[start...].firstIndex(of: 0x7b), let close = bytes[open...].firstIndex(of: 0x7d) {
            if open > start { pieces.append(.literal(String(text[start..<open]))) }
            pieces.append(.placeholder(String(text[bytes.index(after: open)..<close])))
            start = bytes.index(after: close)
        }
        if start < bytes.endIndex { pieces.append(.literal(String(text[start...]))) }
        return pieces
    }
}
