import JSON5

/// Any JSON value, as its text; members are in the order of their names.
struct JSONText: Decodable {
    /// The value as JSON.
    let text: String
    /// A text without its quotation marks; other values as JSON.
    let plain: String

    init(_ string: String) {
        text = Self.quoted(string)
        plain = string
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self.init(json: "null")
        } else if let value = try? container.decode(Bool.self) {
            self.init(json: value ? "true" : "false")
        } else if let value = try? container.decode(Int.self) {
            self.init(json: String(value))
        } else if let value = try? container.decode(Double.self) {
            self.init(json: String(value))
        } else if let value = try? container.decode(String.self) {
            self.init(value)
        } else if let values = try? container.decode([JSONText].self) {
            self.init(json: "[" + values.map(\.text).joined(separator: ",") + "]")
        } else {
            let members = try container.decode([String: JSONText].self).sorted { $0.key < $1.key }
            self.init(
                json: "{" + members.map { "\(Self.quoted($0.key)):\($0.value.text)" }.joined(separator: ",") + "}")
        }
    }

    private init(json: String) {
        text = json
        plain = json
    }

    private static func quoted(_ string: String) -> String { "\"" + jsonEscaped(string) + "\"" }
}
