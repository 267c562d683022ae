/// Base32 without padding (RFC 4648, section 6), as authenticator apps take keys.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The text of some bytes: a character for each 5 bits, the last filled up with zeros.
    public static func encode(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        var (waiting, bits) = (0, 0)
        for byte in bytes {
            waiting = waiting << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                characters.append(alphabet[waiting >> bits & 31])
            }
            waiting &= 1 << bits - 1
        }
        if bits > 0 { characters.append(alphabet[waiting << (5 - bits) & 31]) }
        return String(decoding: characters, as: UTF8.self)
    }
}
