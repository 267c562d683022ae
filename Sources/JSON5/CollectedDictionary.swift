/// An object with free keys that notes every wrong value instead of stopping at the first, and leaves it out.
///
/// The outermost value of a file may be one: `read(CollectedDictionary<String>.self, …)`.
public struct CollectedDictionary<Value: Decodable>: Decodable {
    /// The values by key.
    public let values: [String: Value]

    init(_ values: [String: Value]) { self.values = values }

    /// Decodes each value by itself.
    public init(from decoder: any Decoder) throws {
        let collector = try decoder.collector
        let container = try decoder.container(keyedBy: FreeKey.self)
        var values: [String: Value] = [:]
        for key in container.allKeys {
            do {
                values[key.stringValue] = try container.decode(Value.self, forKey: key)
            } catch {
                collector.report(error, decoding: Value.self, at: container.codingPath + [key])
            }
        }
        self.values = values
    }

    private struct FreeKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension CollectedDictionary: Sendable where Value: Sendable {}
