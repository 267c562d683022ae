import Glibc

extension Request {
    /// The client's address as limits count it: IPv4 whole, IPv6 by its /64, which one customer has to himself (RFC 6177);
    /// an IPv4 address inside IPv6 (RFC 4291, section 2.5.5.2) is IPv4.
    public var clientNetwork: String {
        var bytes = [UInt8](repeating: 0, count: 16)
        // A zone, as in `fe80::1%eth0`, is no part of the number.
        let address = String(remoteAddress.prefix { $0 != "%" })
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return remoteAddress }
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff {
            return bytes.suffix(4).map(String.init).joined(separator: ".")
        }
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/64"
    }
}
