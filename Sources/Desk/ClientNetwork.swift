import Glibc

/// The network by which what comes from an address is counted.
///
/// A household or a phone holds a whole /64 of IPv6 (RFC 6177, section 2) and can take another of its addresses for each
/// request, so those count as one. An IPv4 address counts by itself, also where it is written as IPv6 (`::ffff:…`).
public struct ClientNetwork: Hashable, Sendable {
    /// One spelling for each network, such as `192.0.2.1` or `2001:0db8:0000:0001::/64`.
    public let name: String

    /// The network of an address as a web server writes it; a text that is no address stands for itself.
    public init(ofAddress address: String) {
        // A link-local address may name its interface: fe80::1%eth0.
        let bare = String(address.prefix { $0 != "%" })
        var ipv4 = in_addr()
        var ipv6 = in6_addr()
        if inet_pton(AF_INET, bare, &ipv4) == 1 {
            name = bare
        } else if inet_pton(AF_INET6, bare, &ipv6) == 1 {
            name = Self.name(of: withUnsafeBytes(of: &ipv6, Array.init))
        } else {
            name = address
        }
    }

    private static func name(of address: [UInt8]) -> String {
        // RFC 4291, section 2.5.5.2: IPv4-Mapped IPv6 Address
        let isMapped = address[..<10].allSatisfy { $0 == 0 } && address[10] == 0xff && address[11] == 0xff
        if isMapped { return address[12...].map { String($0) }.joined(separator: ".") }
        let groups = stride(from: 0, to: 8, by: 2).map { hexadecimal(address[$0]) + hexadecimal(address[$0 + 1]) }
        return groups.joined(separator: ":") + "::/64"
    }

    private static func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
