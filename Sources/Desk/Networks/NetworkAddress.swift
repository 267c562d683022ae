/// The address of a machine: IPv4 as IPv6 writes it (`::ffff:192.0.2.1`, RFC 4291, section 2.5.5.2), so that both forms of
/// one machine are equal.
public struct NetworkAddress: Equatable, Sendable {
    /// Bits of every address here.
    static let bits = 128
    /// The bits in front of an IPv4 address.
    static let mappedPrefix = 96

    /// The 16 bytes, the most significant first.
    let bytes: [UInt8]

    /// Reads `192.0.2.1` (four decimal numbers, without leading zeros) or `2001:db8::1` (RFC 4291, section 2.2), perhaps
    /// with a zone, which is left out: `fe80::1%eth0`. Nil for anything else.
    public init?(_ text: String) {
        let text = Array(text.utf8)
        if let bytes = Self.readIPv4(text[...]) {
            self.bytes = Self.mapped(bytes)
        } else {
            let zone = text.firstIndex(of: UInt8(ascii: "%")) ?? text.endIndex
            guard let bytes = Self.readIPv6(text[..<zone]) else { return nil }
            self.bytes = bytes
        }
    }

    /// Whether this is an IPv4 address, in whichever form it was written.
    var isIPv4: Bool { bytes.prefix(12) == Self.mapped([0, 0, 0, 0]).prefix(12) }

    private static func mapped(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](repeating: 0, count: 10) + [0xff, 0xff] + bytes
    }

    private static func readIPv4(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part -> UInt8? in
            guard (1...3).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }),
                part.count == 1 || part.first != 0x30
            else { return nil }
            return UInt8(exactly: part.reduce(0) { $0 * 10 + Int($1) - 0x30 })
        }
        return bytes.count == 4 ? bytes : nil
    }

    /// Eight groups of up to four hexadecimal digits; `::` stands once for at least one group of zeros, and the last two
    /// groups may be written as IPv4.
    private static func readIPv6(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let colon = UInt8(ascii: ":")
        guard let gap = text.indices.dropLast().first(where: { text[$0] == colon && text[$0 + 1] == colon }) else {
            guard let bytes = readGroups(text, mayEndInIPv4: true), bytes.count == 16 else { return nil }
            return bytes
        }
        guard let head = readGroups(text[..<gap], mayEndInIPv4: false),
            let tail = readGroups(text[(gap + 2)...], mayEndInIPv4: true), head.count + tail.count <= 14
        else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func readGroups(_ text: ArraySlice<UInt8>, mayEndInIPv4: Bool) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if mayEndInIPv4, index == parts.count - 1, let last = readIPv4(part) { return bytes + last }
            guard (1...4).contains(part.count), part.allSatisfy(isHexadecimal),
                let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16)
            else { return nil }
            bytes += [UInt8(group >> 8), UInt8(group & 0xff)]
        }
        return bytes
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
