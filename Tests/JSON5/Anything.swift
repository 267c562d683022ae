import FoundationEssentials

@testable import JSON5

/// A value of any shape, as Foundation's JSON5 decoder reads it, to compare with.
indirect enum Anything: Decodable {
    case null, bool(Bool), number(Double), string(String), array([Anything]), object([String: Anything])

    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let value = try? single.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? single.decode(String.self) {
            self = .string(value)
        } else if let container = try? decoder.container(keyedBy: Key.self) {
            var values: [String: Anything] = [:]
            for key in container.allKeys { values[key.stringValue] = try container.decode(Anything.self, forKey: key) }
            self = .object(values)
        } else if var container = try? decoder.unkeyedContainer() {
            var values: [Anything] = []
            while !container.isAtEnd { values.append(try container.decode(Anything.self)) }
            self = .array(values)
        } else {
            self = .number(try single.decode(Double.self))
        }
    }

    /// What Foundation alone makes of a text; nil if it refuses it.
    static func foundation(_ bytes: [UInt8]) -> Anything? {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return try? decoder.decode(Anything.self, from: Data(bytes))
    }

    /// All paths with the kind of what stands there.
    var paths: Set<String> {
        switch self {
        case .null: ["=null"]
        case .bool: ["=bool"]
        case .number: ["=number"]
        case .string: ["=string"]
        case .array(let values):
            Set(["=array"] + values.enumerated().flatMap { place, value in value.paths.map { "[\(place)]\($0)" } })
        case .object(let values): Set(["=object"] + values.flatMap { key, value in value.paths.map { ".\(key)\($0)" } })
        }
    }
}

extension Node {
    var paths: Set<String> {
        let inner =
            members.flatMap { member in member.node.paths.map { ".\(member.key)\($0)" } }
            + elements.enumerated().flatMap { place, node in node.paths.map { "[\(place)]\($0)" } }
        return Set(["=\(kind)"] + inner)
    }
}
