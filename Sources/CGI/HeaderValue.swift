/// The value of a response header: printable ASCII, spaces and tabs. It cannot hold CR, LF or NUL, so that no value
/// can begin a header or a body of its own.
public struct HeaderValue: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The value as it is written.
    public let description: String

    /// Nil if `value` holds control characters or anything beyond ASCII.
    public init?(_ value: String) {
        guard value.utf8.allSatisfy(Self.allows) else { return nil }
        description = value
    }

    /// For values in the source; one that is not allowed stops a debug build.
    public init(stringLiteral value: StaticString) {
        assert(HeaderValue(value.description) != nil, "not a header value: \(value)")
        description = value.description
    }

    /// A number.
    public init(_ number: Int) {
        description = String(number)
    }

    /// A URI reference in which every byte that RFC 3986 does not allow is percent-encoded; `%` stays as it is.
    public init(uriReference: String) {
        description = percentEncoded(uriReference.utf8) { byte in
            if byte.isUnreserved { return true }
            switch Unicode.Scalar(byte) {
            case ":", "/", "?", "#", "[", "]", "@", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=", "%":
                return true
            default: return false
            }
        }
    }

    private static func allows(_ byte: UInt8) -> Bool {
        byte == .tab || (byte >= 0x20 && byte < 0x7F)
    }
}
