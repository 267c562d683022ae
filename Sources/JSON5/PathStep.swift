/// One step from an object or list to what it holds; a path is `["units", 3, "id"]`.
public enum PathStep: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    /// The place in a list, from 0.
    case index(Int)

    /// The key of an object.
    public init(stringLiteral key: String) { self = .key(key) }

    /// The place in a list, from 0.
    public init(integerLiteral index: Int) { self = .index(index) }
}
