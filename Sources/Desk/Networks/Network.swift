/// A range of addresses: `192.168.0.0/16`, `2001:db8::/32`, or one address alone.
public struct Network: Equatable, Sendable {
    private let address: NetworkAddress
    /// How many bits an address must share with `address`.
    private let prefix: Int

    /// What is wrong with a network's text.
    public enum Fault: Error, Equatable, Sendable {
        /// What stands before the slash is no address.
        case notAnAddress
        /// What stands after the slash is no number of bits, or more than the address has: so many.
        case badPrefix(most: Int)
        /// Bits beyond the prefix are set: the writer may have meant another network.
        case bitsBeyondPrefix
    }

    /// Reads a network in CIDR notation (RFC 4632, section 3.1; RFC 4291, section 2.3).
    public init(_ text: String) throws(Fault) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap({ String($0) }), !first.utf8.contains(UInt8(ascii: "%")),
            let address = NetworkAddress(first)
        else { throw .notAnAddress }
        let isShort = address.isIPv4 && !first.utf8.contains(UInt8(ascii: ":"))
        let most = isShort ? NetworkAddress.bits - NetworkAddress.mappedPrefix : NetworkAddress.bits
        var length = most
        if parts.count == 2 {
            guard let written = Self.number(parts[1]), written <= most else { throw .badPrefix(most: most) }
            length = written
        }
        prefix = isShort ? length + NetworkAddress.mappedPrefix : length
        self.address = address
        let isClean = (prefix..<NetworkAddress.bits).allSatisfy {
            address.bytes[$0 / 8] >> (7 - UInt8($0 % 8)) & 1 == 0
        }
        guard isClean else { throw .bitsBeyondPrefix }
    }

    /// One spelling for each length: digits without a leading zero.
    private static func number(_ digits: Substring.UTF8View) -> Int? {
        guard (1...3).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.count == 1 || digits.first != 0x30
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// Whether an address lies in this network.
    public func contains(_ other: NetworkAddress) -> Bool {
        let (whole, rest) = prefix.quotientAndRemainder(dividingBy: 8)
        guard address.bytes.prefix(whole) == other.bytes.prefix(whole) else { return false }
        return rest == 0 || (address.bytes[whole] ^ other.bytes[whole]) >> (8 - UInt8(rest)) == 0
    }
}

/// From where something may be reached.
public enum Reach: Equatable, Sendable {
    /// From everywhere.
    case everywhere
    /// From these networks only.
    case networks([Network])

    /// The networks of a config; where there are none, everywhere. What cannot be read is no network, and lets nobody in.
    public init(_ texts: [String]) {
        self = texts.isEmpty ? .everywhere : .networks(texts.compactMap { try? Network($0) })
    }

    /// Whether a client with this address, as the web server knows it, is within reach; one that cannot be read is not.
    public func includes(_ address: String) -> Bool {
        switch self {
        case .everywhere: return true
        case .networks(let networks):
            guard let address = NetworkAddress(address) else { return false }
            return networks.contains { $0.contains(address) }
        }
    }
}
