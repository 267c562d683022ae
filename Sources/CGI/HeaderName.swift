/// The name of a response header: a token (RFC 9110, section 5.1), compared without regard to case.
public struct HeaderName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as it is written.
    public let description: String
    private let folded: String

    /// Nil if `name` is not a token.
    public init?(_ name: String) {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isToken) else { return nil }
        description = name
        folded = String(decoding: name.utf8.map(\.lowercased), as: UTF8.self)
    }

    /// For names in the source; one that is not a token stops the program.
    public init(stringLiteral name: StaticString) {
        guard let name = HeaderName(name.description) else { preconditionFailure("not a header name: \(name)") }
        self = name
    }

    /// Same name, whatever the case.
    public static func == (left: HeaderName, right: HeaderName) -> Bool { left.folded == right.folded }

    /// Agrees with `==`.
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
