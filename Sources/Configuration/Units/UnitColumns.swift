import Source

/// A column of a table of units: a key of a unit that holds one value, those inside a key joined to it by a dot.
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
                        name: whole.joined(separator: "."), path: whole, value: key.value, fallback: key.fallback ?? "")
                ]
                : columns(of: inside, path: whole)
        }
    }

    /// A cell's text as a value. A text that is none of what the column holds stays one, so that the key refuses it.
    func content(_ text: String) -> Node.Content { Self.content(text, value) }

    private static func content(_ text: String, _ value: ValueFacts) -> Node.Content {
        switch value {
        // Spreadsheets write TRUE.
        case .boolean where ["true", "false"].contains(text.lowercased()): .bool(text.lowercased() == "true")
        case .wholeNumber: Int(text).map { .number(Double($0), whole: $0) } ?? .string(text)
        case .nullable(let value): content(text, value)
        default: .string(text)
        }
    }

    /// The text of a unit's cell; empty where the unit says nothing there.
    func text(in unit: Node) -> String {
        var node: Node? = unit
        for key in path { node = node?.member(key)?.node }
        return node.map { $0.string ?? $0.jsonText } ?? ""
    }
}
