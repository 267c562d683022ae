/// A proxy, or several in a row, between the citizens and the web server.
public struct ProxySettings: Equatable, Sendable {
    /// The addresses from which the web server is asked then, in CIDR notation; empty where citizens come to it themselves.
    public var addresses: [String] = []
    /// Whether TLS ends there, so that the web server is asked in plain HTTP.
    public var endsTLS = true

    /// No proxy.
    public init() {}
}
