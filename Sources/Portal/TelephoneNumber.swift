/// One telephone number as people write it: groups of the digits 0-9, parted by hyphens, spaces or parentheses, such as
/// `021-8888-0000` or `+98 (0)21 8888 0000`.
public struct TelephoneNumber: Equatable, Sendable {
    /// As it was written.
    public let text: String

    /// Nil for anything else: fewer than 3 digits or more than 15 (ITU-T E.164, section 6), two numbers, or one with words
    /// beside it.
    public init?(_ text: String) {
        let rest = text.utf8.first == UInt8(ascii: "+") ? text.utf8.dropFirst() : text.utf8[...]
        // A hyphen between spaces parts two numbers.
        guard (3...15).contains(rest.count(where: Self.isDigit)), text.utf8.count <= 40,
            rest.allSatisfy({ Self.isDigit($0) || "-() ".utf8.contains($0) }), !text.contains(" - ")
        else { return nil }
        self.text = text
    }

    /// What follows `tel:` in an address (RFC 3966), which telephones dial: the digits, and + where it begins with it. The
    /// `(0)` that some write behind a country's code is dialled within the country only.
    public var dialled: String {
        guard text.hasPrefix("+") else { return Self.digits(text[...]) }
        return "+" + text.split(separator: "(0)", omittingEmptySubsequences: false).map(Self.digits).joined()
    }

    private static func digits(_ part: Substring) -> String {
        String(decoding: part.utf8.filter(isDigit), as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
