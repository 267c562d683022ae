/// The kinds of values.
public enum NodeKind: Hashable, Sendable {
    case object, array, string, number, bool, null

    /// The kind in plain words.
    public var words: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "a text"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}

/// A value of a file, and where it stands.
public struct Node: Sendable {
    /// The byte at which the value begins; `Document.position(of:)` gives line and column.
    public let offset: Int
    /// The byte after the value's last one.
    public let end: Int
    /// The value.
    public let content: Content

    /// What a value can be.
    public enum Content: Sendable {
        case object(Members)
        case array([Node])
        case string(String)
        /// A number, and the same as a whole number where it is one that `Int` holds.
        case number(Double, whole: Int?)
        case bool(Bool)
        case null
    }

    /// A value at a byte of its file; it ends there as well where its end is of no use.
    public init(offset: Int, end: Int? = nil, content: Content) {
        self.offset = offset
        self.end = end ?? offset
        self.content = content
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

    /// The text; nil for other kinds.
    public var string: String? {
        guard case .string(let text) = content else { return nil }
        return text
    }

    /// A member of an object.
    public func member(_ key: String) -> Member? {
        guard case .object(let members) = content else { return nil }
        return members[key]
    }

    /// One `key: value` of an object.
    public struct Member: Sendable {
        /// The key, escapes resolved.
        public let key: String
        /// The byte at which the key begins.
        public let keyOffset: Int
        /// The value.
        public let node: Node

        /// A member.
        public init(key: String, keyOffset: Int, node: Node) {
            self.key = key
            self.keyOffset = keyOffset
            self.node = node
        }
    }
}

/// The members of an object, with an index by key where there are too many to search one by one.
public struct Members: Sendable {
    private static let searched = 16

    /// The members in the order of the file.
    public private(set) var entries: [Node.Member] = []
    private var places: [String: Int] = [:]

    /// No members.
    public init() {}

    /// The member with a key.
    public subscript(key: String) -> Node.Member? {
        place(of: key).map { entries[$0] }
    }

    private func place(of key: String) -> Int? {
        places.isEmpty ? entries.firstIndex { $0.key == key } : places[key]
    }

    /// Adds a member, whose key must be new.
    public mutating func append(_ member: Node.Member) {
        entries.append(member)
        if !places.isEmpty {
            places[member.key] = entries.count - 1
        } else if entries.count > Self.searched {
            for (place, entry) in entries.enumerated() { places[entry.key] = place }
        }
    }
}
