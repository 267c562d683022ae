/// The name of a response header: a token (RFC 9110, section 5.1), compared without regard to case.
public struct HeaderName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as it is written.
    public let description: String

    /// Nil if `name` is not a token.
    public init?(_ name: String) {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isToken) else { return nil }
        description = name
    }

    /// For names in the source; one that is not a token stops a debug build.
    public init(stringLiteral name: StaticString) {
        assert(HeaderName(name.description) != nil, "not a header name: \(name)")
        description = name.description
    }

    /// Same name, whatever the case.
    public static func == (left: HeaderName, right: HeaderName) -> Bool {
        left.description.utf8.count == right.description.utf8.count
            && zip(left.description.utf8, right.description.utf8).allSatisfy { $0.lowercased == $1.lowercased }
    }

    /// Agrees with `==`.
    public func hash(into hasher: inout Hasher) {
        for byte in description.utf8 { hasher.combine(byte.lowercased) }
    }
}
