/// The proxies in front of the web server, whose word on who asks is believed.
public struct Proxies: Equatable, Sendable {
    private let networks: [Network]

    /// The addresses and networks of a config; what cannot be read is no proxy.
    public init(_ texts: [String]) { networks = texts.compactMap { try? Network($0) } }

    /// The address of the client behind a peer of the web server.
    ///
    /// Each proxy appends the address of whoever came to it to `X-Forwarded-For`, so that the list is read from its end: as
    /// long as a proxy of ours speaks, the address before it is believed, and the first that is not a proxy of ours is the
    /// client's. What stands further on the client may have written itself. Where a proxy has written something else than an
    /// address, its own counts.
    ///
    /// - Parameters:
    ///   - peer: REMOTE_ADDR, who is connected to the web server.
    ///   - list: the values of `X-Forwarded-For`, joined by commas where there were several.
    public func client(behind peer: String, forwardedFor list: String?) -> String {
        guard let list, includes(peer) else { return peer }
        var client = peer
        for entry in list.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).reversed() {
            guard let address = Self.address(in: entry) else { return client }
            client = address
            guard includes(address) else { return client }
        }
        return client
    }

    private func includes(_ address: String) -> Bool {
        guard !networks.isEmpty, let address = NetworkAddress(address) else { return false }
        return networks.contains { $0.contains(address) }
    }

    /// The address in an entry of the list, as the proxies write it: perhaps with a port, and IPv6 perhaps in brackets.
    private static func address(in entry: Substring.UTF8View) -> String? {
        var text = Substring(entry)
        while text.utf8.first.map(isSpace) == true { text.removeFirst() }
        while text.utf8.last.map(isSpace) == true { text.removeLast() }
        // A zone means something on the proxy's own links alone.
        guard text.utf8.count <= longestEntry, !text.utf8.contains(UInt8(ascii: "%")) else { return nil }
        if text.utf8.first == UInt8(ascii: "[") {
            guard let end = text.utf8.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let rest = text.utf8[text.utf8.index(after: end)...]
            guard rest.isEmpty || isPort(rest) else { return nil }
            text = text[text.utf8.index(after: text.utf8.startIndex)..<end]
            guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
        } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), text.utf8.contains(UInt8(ascii: ".")),
            text.utf8.lastIndex(of: UInt8(ascii: ":")) == colon
        {
            guard isPort(text.utf8[colon...]) else { return nil }
            text = text[..<colon]
        }
        let address = String(text)
        return NetworkAddress(address) == nil ? nil : address
    }

    /// Bytes of the longest address with brackets and a port: `[ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255]:65535`.
    private static let longestEntry = 53

    /// A colon and one to five digits.
    private static func isPort(_ text: Substring.UTF8View) -> Bool {
        text.first == UInt8(ascii: ":") && (2...6).contains(text.count)
            && text.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// RFC 9110, section 5.6.3.
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
