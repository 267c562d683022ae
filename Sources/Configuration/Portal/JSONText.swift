import JSON5
import Source

extension Node {
    /// The value as JSON; members are in the order of their names.
    var jsonText: String {
        switch content {
        case .string(let text): jsonString(text)
        case .number(_, let whole?): String(whole)
        case .number(let value, nil): String(value)
        case .bool(let value): String(value)
        case .null: "null"
        case .array(let elements): "[" + elements.map(\.jsonText).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.entries.sorted { $0.key < $1.key }
                .map { "\(jsonString($0.key)):\($0.node.jsonText)" }.joined(separator: ",") + "}"
        }
    }
}

extension Form<String?> {
    /// Any value, as JSON.
    static let json = Form(facts: .anything, read: { node, _, value in value = node.jsonText }, content: { _ in nil })
}

extension Form<String> {
    /// Any value: a text without its quotation marks, others as JSON.
    static let plainJSON = Form(
        facts: .anything, read: { node, _, value in value = node.string ?? node.jsonText }, content: { _ in nil })
}
