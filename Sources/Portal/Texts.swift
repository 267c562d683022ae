/// The text catalogue of one language: every word that a page, a message or an error shows.
public struct Texts: Equatable, Sendable {
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

    /// The text of a key in UTF-8.
    public func utf8(_ key: Text) -> ArraySlice<UInt8> { table.bytes(at: Int(key.rawValue)) }

    /// The text of a key, its placeholders replaced.
    public func callAsFunction(_ key: Text, _ values: KeyValuePairs<String, String>) -> String {
        filled(key) { name in values.first { $0.key == name }?.value }
    }

    /// The text of a key, each placeholder replaced by what `value` says of its name.
    public func filled(_ key: Text, _ value: (String) -> String?) -> String {
        var filled: [UInt8] = []
        Self.takeApart(
            utf8(key), literal: { filled += $0 },
            placeholder: { filled += (value(String(decoding: $0, as: UTF8.self)) ?? "").utf8 })
        return String(decoding: filled, as: UTF8.self)
    }

    /// Hands out in order what a text is made of: its literal parts, and the names of its `{placeholders}`. A brace that is
    /// not closed is literal.
    public static func takeApart(
        _ utf8: ArraySlice<UInt8>, literal: (ArraySlice<UInt8>) -> Void, placeholder: (ArraySlice<UInt8>) -> Void
    ) {
        // Bytes are looked at, not characters: braces are ASCII, and finding characters costs much more.
        var rest = utf8
        while let open = rest.firstIndex(of: 0x7b), let close = rest[open...].firstIndex(of: 0x7d) {
            if open > rest.startIndex { literal(rest[..<open]) }
            placeholder(rest[open + 1..<close])
            rest = rest[(close + 1)...]
        }
        if !rest.isEmpty { literal(rest) }
    }

    /// A text's literal parts and placeholders.
    public enum Piece: Equatable, Sendable {
        case literal(String)
        case placeholder(String)
    }

    /// A text's pieces, in order.
    public static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        takeApart(
            Array(text.utf8)[...], literal: { pieces.append(.literal(String(decoding: $0, as: UTF8.self))) },
            placeholder: { pieces.append(.placeholder(String(decoding: $0, as: UTF8.self))) })
        return pieces
    }
}
