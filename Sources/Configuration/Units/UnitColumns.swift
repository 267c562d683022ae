import Source

/// A column of a table of units: a key of a unit that holds one value or a list of texts, those inside a key joined to it
/// by a dot.
struct UnitColumn: Sendable {
    /// The name in the first row, such as `title.fa`.
    let name: String
    /// The keys from the unit inwards.
    let path: [String]
    /// What a cell may hold.
    let value: ValueFacts
    /// What an empty cell is as good as; empty for nothing.
    let fallback: String

    /// All columns, in the order in which they are exported.
    static let all = columns(of: unitKeys.facts, path: [])

    private static func columns(of keys: [KeyFacts], path: [String]) -> [UnitColumn] {
        keys.flatMap { key in
            let whole = path + [key.name]
            let inside = key.value.keys
            return inside.isEmpty
                ? [
                    UnitColumn(
                        name: whole.joined(separator: "."), path: whole, value: key.value,
                        fallback: key.value.isList ? "" : key.fallback ?? "")
                ]
                : columns(of: inside, path: whole)
        }
    }

    /// A cell's text as a value. A text that is none of what the column holds stays one, so that the key refuses it; bars
    /// part the texts of a list.
    func value(_ text: String, at offset: Int) -> Node {
        Node(offset: offset, content: Self.content(text, value, at: offset))
    }

    private static func content(_ text: String, _ value: ValueFacts, at offset: Int) -> Node.Content {
        switch value {
        case .list(let element, _):
            .array(
                text.unicodeScalars.split(separator: bar).compactMap { part in
                    let text = String(trimmed(part))
                    return text.isEmpty ? nil : Node(offset: offset, content: content(text, element, at: offset))
                })
        // Spreadsheets write TRUE.
        case .boolean where ["true", "false"].contains(text.lowercased()): .bool(text.lowercased() == "true")
        case .wholeNumber: Int(text).map { .number(Double($0), whole: $0) } ?? .string(text)
        case .nullable(let value): content(text, value, at: offset)
        default: .string(text)
        }
    }

    /// The text of a unit's cell; empty where the unit says nothing there.
    func text(in unit: Node) -> String {
        var node: Node? = unit
        for key in path { node = node?.member(key)?.node }
        guard let node else { return "" }
        if node.kind == .array {
            return node.elements.map { $0.string ?? $0.jsonText }.joined(separator: " \(Self.bar) ")
        }
        return node.string ?? node.jsonText
    }

    /// What parts the texts of a list in a cell.
    private static let bar: Unicode.Scalar = "|"

    private static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var rest = text
        while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return rest
    }
}
