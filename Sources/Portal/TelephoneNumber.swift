/// A telephone number as people write it: digits 0-9 with hyphens, spaces, parentheses or + between them, such as
/// `021-8888-0000` or `+98 21 8888 0000`.
public struct TelephoneNumber: Equatable, Sendable {
    /// As it was written.
    public let text: String

    /// Nil for anything else: fewer than 3 digits or more than 20, two numbers, or one with words beside it.
    public init?(_ text: String) {
        let digits = text.utf8.count { Self.isDigit($0) }
        guard (3...20).contains(digits), text.utf8.count <= 40,
            text.utf8.allSatisfy({ Self.isDigit($0) || "+-() ".utf8.contains($0) })
        else { return nil }
        self.text = text
    }

    /// What follows `tel:` in an address (RFC 3966), which telephones dial: the digits, and + where it begins with it.
    public var dialled: String {
        (text.utf8.first == UInt8(ascii: "+") ? "+" : "")
            + String(decoding: text.utf8.filter(Self.isDigit), as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
