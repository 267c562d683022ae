/// Name and value pairs in the order in which they were sent; a name may come more than once.
///
/// Looking up is linear in the number of pairs, which the readers bound.
public struct Fields: Equatable, Sendable {
    /// One name with one value.
    public struct Pair: Equatable, Sendable {
        /// The name, decoded; may be empty.
        public let name: String
        /// The value, decoded; may be empty.
        public let value: String
    }

    /// All pairs, in order.
    public private(set) var pairs: [Pair] = []

    /// No pairs.
    public init() {}

    /// The pairs of a literal, in order.
    public init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { append(name, value) }
    }

    /// Adds a pair at the end.
    public mutating func append(_ name: String, _ value: String) {
        pairs.append(Pair(name: name, value: value))
    }

    /// The first value of that name.
    public subscript(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// All values of that name, in order.
    public func all(_ name: String) -> [String] {
        pairs.lazy.filter { $0.name == name }.map(\.value)
    }

    /// Each name once, in the order of first appearance.
    public var names: [String] {
        var seen: Set<String> = []
        return pairs.map(\.name).filter { seen.insert($0).inserted }
    }

    /// Whether the name comes more than once: a sign of tampering where a field is single.
    public func isRepeated(_ name: String) -> Bool {
        pairs.lazy.filter { $0.name == name }.prefix(2).count == 2
    }

    /// Number of pairs, repeated names counted each time.
    public var count: Int { pairs.count }

    /// Whether there is no pair.
    public var isEmpty: Bool { pairs.isEmpty }
}
