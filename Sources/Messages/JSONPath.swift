import FoundationEssentials

/// Finds one value in a provider's answer.
enum JSONPath {
    /// The value at a path such as `return.status` or `entries[0].status`, as text; nil where there is none.
    static func value(at path: String, in json: [UInt8]) -> String? {
        guard var node = try? JSONDecoder().decode(Node.self, from: Data(json)) else { return nil }
        let steps = path.split { $0 == "." || $0 == "[" || $0 == "]" }
        for step in steps {
            switch node {
            case .object(let members):
                guard let next = members[String(step)] else { return nil }
                node = next
            case .array(let elements):
                guard let index = Int(step), elements.indices.contains(index) else { return nil }
                node = elements[index]
            case .scalar: return nil
            }
        }
        if case .scalar(let text) = node { return text }
        return nil
    }

    private indirect enum Node: Decodable {
        case object([String: Node]), array([Node]), scalar(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .scalar("null")
            } else if let value = try? container.decode(Bool.self) {
                self = .scalar(value ? "true" : "false")
            } else if let value = try? container.decode(Int64.self) {
                self = .scalar(String(value))
            } else if let value = try? container.decode(Double.self) {
                self = .scalar(String(value))
            } else if let value = try? container.decode(String.self) {
                self = .scalar(value)
            } else if let value = try? container.decode([Node].self) {
                self = .array(value)
            } else {
                self = .object(try container.decode([String: Node].self))
            }
        }
    }
}
