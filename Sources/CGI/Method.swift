/// A request method (RFC 9110, section 9); methods are case-sensitive.
public enum Method: Equatable, Sendable {
    /// `GET`
    case get
    /// `HEAD`: as GET, but the answer has no body.
    case head
    /// `POST`
    case post
    /// Any other token, as sent: to be answered with 405.
    case other(String)

    /// Longest method that is not refused as nonsense.
    static let longest = 32

    /// Nil if `name` is not a token of 1 to 32 characters.
    public init?(_ name: String) {
        switch name {
        case "GET": self = .get
        case "HEAD": self = .head
        case "POST": self = .post
        default:
            guard (1...Self.longest).contains(name.utf8.count), name.utf8.allSatisfy(\.isToken) else { return nil }
            self = .other(name)
        }
    }
}
