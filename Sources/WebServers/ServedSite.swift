import Portal

/// A portal as a web server is to serve it: all that its configuration says.
public struct ServedSite: Sendable {
    /// How the CGI program is reached.
    public enum Gateway: Equatable, Sendable {
        /// The server runs this program for each request.
        case program(String)
        /// fcgiwrap, behind this socket, runs this program for each request.
        case wrapper(socket: String, program: String)
        /// Processes of the program wait behind this socket and speak FastCGI.
        case fastCGI(socket: String)
    }

    /// The files of a certificate, in PEM.
    public struct Certificate: Equatable, Sendable {
        /// The certificate with its chain.
        public var chain: String
        /// Its private key.
        public var key: String

        /// Two files.
        public init(chain: String, key: String) {
            self.chain = chain
            self.key = key
        }

        /// Where certbot keeps those of a host.
        public init(fromCertbotFor host: String) {
            let folder = "/etc/letsencrypt/live/\(host)"
            self.init(chain: folder + "/fullchain.pem", key: folder + "/privkey.pem")
        }
    }

    /// What the config says: address, languages, `cgiPath` and the limit of a request.
    public var settings: PortalSettings
    /// The folder with `releases/`, `current` and `data/`, from the root on.
    public var home: String
    /// How the CGI program is reached.
    public var gateway: Gateway
    /// The folder of the access log.
    public var logs: String
    /// Where the site is.
    public var listening: Listening
    /// With TLS: where those come who have typed no https.
    public var plainListening = Listening(port: 80)
    /// With TLS: nil where the server gets one itself, which Caddy does.
    public var certificate: Certificate?
    /// Whether the server can send files in Brotli that lie beside those that are asked for.
    public var sendsBrotli = true

    /// A portal at the usual port of its address.
    public init(settings: PortalSettings, home: String, gateway: Gateway, logs: String) {
        self.settings = settings
        self.home = home
        self.gateway = gateway
        self.logs = logs
        listening = Listening(port: settings.serverSpeaksTLS ? 443 : 80)
    }

    /// The host without its port.
    public var host: String {
        let host = settings.host
        // The colons in the brackets of an IPv6 address part no port from it.
        guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else { return host }
        return String(host[..<colon])
    }

    /// Bytes of a request that the server lets through, in whole MiB: a little above the config's own limit, so that the
    /// portal's page says what is too big.
    var mostBytes: Int { (settings.limits.requestBytes + 3 * Self.mebibyte - 1) / Self.mebibyte * Self.mebibyte }

    static let mebibyte = 1_048_576
}
