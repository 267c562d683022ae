/// The kinds of JSON5 values.
public enum NodeKind: Hashable, Sendable {
    case object, array, string, number, bool, null
}

/// Where a value stands in its file, and what it holds; the value itself is not kept.
public struct Node: Sendable {
    /// The byte at which the value begins; `Document.position(of:)` gives line and column.
    let offset: Int
    let content: Content

    enum Content: Sendable {
        case object(Members)
        case array([Node])
        case string, number, bool, null
    }

    /// The kind of the value.
    public var kind: NodeKind {
        switch content {
        case .object: .object
        case .array: .array
        case .string: .string
        case .number: .number
        case .bool: .bool
        case .null: .null
        }
    }

    /// The members of an object in the order of the file, duplicates aside; empty for other kinds.
    public var members: [Member] {
        guard case .object(let members) = content else { return [] }
        return members.entries
    }

    /// The elements of a list; empty for other kinds.
    public var elements: [Node] {
        guard case .array(let elements) = content else { return [] }
        return elements
    }

    /// One `key: value` of an object.
    public struct Member: Sendable {
        /// The key, escapes resolved.
        public let key: String
        let keyOffset: Int
        /// The value.
        public let node: Node
    }
}

/// The members of an object, with an index by key where there are too many to search one by one.
struct Members: Sendable {
    private static let searched = 16

    private(set) var entries: [Node.Member] = []
    private var places: [String: Int] = [:]

    subscript(key: String) -> Node.Member? {
        place(of: key).map { entries[$0] }
    }

    private func place(of key: String) -> Int? {
        places.isEmpty ? entries.firstIndex { $0.key == key } : places[key]
    }

    mutating func append(_ member: Node.Member) {
        entries.append(member)
        if !places.isEmpty {
            places[member.key] = entries.count - 1
        } else if entries.count > Self.searched {
            for (place, entry) in entries.enumerated() { places[entry.key] = place }
        }
    }
}
