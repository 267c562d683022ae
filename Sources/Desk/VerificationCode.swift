import Persian

/// کد راستی‌آزمایی: what a printed letter shows so that whoever holds the paper can ask whether the letter exists.
///
/// 80 random bits in Crockford's Base32 (<https://www.crockford.com/base32.html>), which has no letter that looks like a
/// digit, as four groups of four. Of a million letters one guess in 10^18 finds one.
public struct VerificationCode: Hashable, Sendable {
    /// The bytes of a code.
    public static let length = 10

    /// The bytes.
    public let bytes: [UInt8]

    /// The code of the first bytes of a random value; nil for a shorter one.
    public init?(beginningOf random: [UInt8]) {
        guard random.count >= Self.length else { return nil }
        bytes = Array(random.prefix(Self.length))
    }

    /// Reads a code as people type it: large or small letters, any digits, spaces, hyphens, marks of direction, and the
    /// letters o, i and l for the digits that look like them; nil for anything else.
    public init?(typed: String) {
        guard typed.utf8.count <= 64 else { return nil }
        var bytes: [UInt8] = []
        var (waiting, bits) = (0, 0)
        for scalar in asciiDigits(typed).lowercased().unicodeScalars where !isPassedOver(scalar) {
            guard let value = Self.value(of: scalar) else { return nil }
            waiting = waiting << 5 | value
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(waiting >> bits))
            waiting &= 1 << bits - 1
        }
        // 16 characters are 80 bits; any other number leaves some over or has another count of bytes.
        guard bits == 0, bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// The code as it is printed, such as `k7m2-p9xq-4rtv-w3yz`.
    public var text: String {
        // Five bytes are eight characters.
        let characters = stride(from: 0, to: Self.length, by: 5).flatMap { start in
            let value = bytes[start..<start + 5].reduce(0) { $0 << 8 | Int($1) }
            return stride(from: 35, through: 0, by: -5).map { Self.alphabet[value >> $0 & 31] }
        }
        return stride(from: 0, to: characters.count, by: 4)
            .map { String(decoding: characters[$0..<$0 + 4], as: UTF8.self) }.joined(separator: "-")
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    private static func value(of scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "o": 0
        case "i", "l": 1
        default: alphabet.firstIndex { UInt32($0) == scalar.value }
        }
    }
}
