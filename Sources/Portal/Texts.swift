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
        Self.takeApart(self(key)) { piece in
            switch piece {
            case .literal(let text): filled += text
            case .placeholder(let name): filled += value(name) ?? ""
            }
        }
        return filled
    }

    /// A text's literal parts and placeholders.
    public enum Piece: Equatable, Sendable {
        case literal(String)
        case placeholder(String)
    }

    /// Hands out a text's pieces in order, taken apart at its `{placeholders}`; a brace that is not closed is literal.
    public static func takeApart(_ text: String, _ take: (Piece) -> Void) {
        // Bytes are looked at, not characters: braces are ASCII, and finding characters costs much more.
        var text = text
        text.withUTF8 { bytes in
            func string(_ range: Range<Int>) -> String {
                String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
            }
            var start = 0
            while let open = bytes[start...].firstIndex(of: 0x7b), let close = bytes[open...].firstIndex(of: 0x7d) {
                if open > start { take(.literal(string(start..<open))) }
                take(.placeholder(string(open + 1..<close)))
                start = close + 1
            }
            if start < bytes.count { take(.literal(string(start..<bytes.count))) }
        }
    }

    /// A text's pieces, in order.
    public static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        takeApart(text) { pieces.append($0) }
        return pieces
    }
}
