import CSodium

/// 32 random bytes that only their holder knows: in a cookie or a form, and stored nowhere as they are.
public struct Token: Equatable, Sendable {
    /// The bytes of every token.
    public static let length = 32

    /// The bytes.
    public let bytes: [UInt8]

    /// A new token from the kernel's random generator.
    public static func random() -> Token { Token(bytes: Random.bytes(length)) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a token from the text that `text` gives; nil for anything else.
    public init?(text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == Token.length else { return nil }
        self.bytes = bytes
    }

    /// 43 characters that may stand in a cookie, a form field and an address.
    public var text: String { Base64URL.encode(bytes) }
}
