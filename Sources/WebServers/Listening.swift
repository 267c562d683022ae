/// A TCP port that a web server listens on.
public struct Listening: Equatable, Sendable {
    /// An address of this machine; empty for all of them.
    public let interface: String
    /// 1 to 65535.
    public let port: Int

    /// A port on all addresses.
    public init(port: Int) {
        interface = ""
        self.port = port
    }

    /// `8080`, `127.0.0.1:8080` or `[::1]:8080`; nil for anything else.
    public init?(_ text: String) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let last = parts.popLast(), let port = Int(last), (1...65_535).contains(port), String(port) == last else {
            return nil
        }
        self.port = port
        interface = parts.joined(separator: ":")
        let isIPv6 = interface.hasPrefix("[") && interface.hasSuffix("]")
        let inner = isIPv6 ? interface.dropFirst().dropLast() : interface[...]
        guard parts.isEmpty || !inner.isEmpty,
            inner.utf8.allSatisfy({
                switch $0 {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): true
                case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: ":"): isIPv6
                default: false
                }
            })
        else { return nil }
    }
}
