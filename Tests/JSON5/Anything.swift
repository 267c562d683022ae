import FoundationEssentials
import Source

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
        return try? decoder.decode(Anything.self, from: Data(withoutContinuations(bytes)))
    }

    /// Foundation keeps the line end of a line continuation, which the specification takes for nothing.
    private static func withoutContinuations(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            if bytes[place] == UInt8(ascii: "\\"), next == 0x0a || next == 0x0d {
                let isPair = next == 0x0d && place + 2 < bytes.count && bytes[place + 2] == 0x0a
                place += isPair ? 3 : 2
            } else if bytes[place] == UInt8(ascii: "\\"), next == UInt8(ascii: "\\") {
                kept += [bytes[place], next]
                place += 2
            } else {
                kept.append(bytes[place])
                place += 1
            }
        }
        return kept
    }

    /// All paths with what stands there.
    var paths: Set<String> {
        switch self {
        case .null: ["=null"]
        case .bool(let value): ["=\(value)"]
        case .number(let value): ["=\(value.isNaN ? "NaN" : "\(value)")"]
        case .string(let text): ["=\"\(text)\""]
        case .array(let values):
            Set(["=array"] + values.enumerated().flatMap { place, value in value.paths.map { "[\(place)]\($0)" } })
        case .object(let values): Set(["=object"] + values.flatMap { key, value in value.paths.map { ".\(key)\($0)" } })
        }
    }
}

extension Node {
    /// The same of our own reader's tree.
    var paths: Set<String> {
        switch content {
        case .null: ["=null"]
        case .bool(let value): ["=\(value)"]
        case .number(let value, _): ["=\(value.isNaN ? "NaN" : "\(value)")"]
        case .string(let text): ["=\"\(text)\""]
        case .array(let values):
            Set(["=array"] + values.enumerated().flatMap { place, value in value.paths.map { "[\(place)]\($0)" } })
        case .object(let members):
            Set(["=object"] + members.entries.flatMap { one in one.node.paths.map { ".\(one.key)\($0)" } })
        }
    }
}
