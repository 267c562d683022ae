import Portal
import Testing

@testable import WebServers

@Suite("The configuration of a web server")
struct ConfigurationTextTests {
    /// A site at an address, with FastCGI or without.
    private func site(
        at address: String = "https://portal.example.org/", by server: WebServer, fastCGI: Bool = false
    ) -> ServedSite {
        var settings = PortalSettings()
        settings.address = address
        let program = Installed.program
        let cgi: ServedSite.Gateway =
            server.runsPrograms ? .program(program) : .wrapper(socket: "/run/fcgiwrap.socket", program: program)
        var site = ServedSite(
            settings: settings, home: "/var/lib/pishkhan", gateway: fastCGI ? .fastCGI(socket: "/run/p.socket") : cgi,
            logs: server.logs)
        site.certificate = ServedSite.Certificate(fromCertbotFor: site.host)
        return site
    }

    @Test("Every name of a template is filled in", arguments: WebServer.allCases, [true, false])
    func filledIn(server: WebServer, fastCGI: Bool) throws {
        for address in ["http://portal.example.org/", "https://portal.example.org/"] {
            let text = try server.configuration(of: site(at: address, by: server, fastCGI: fastCGI))
            #expect(!text.contains("{{") && !text.contains("}}"))
            #expect(text.contains("/var/lib/pishkhan/current/public"))
            #expect(text.contains(StaticHeaders.policy))
            #expect(text.contains("fullchain.pem") == address.hasPrefix("https"))
            #expect(text.contains(StaticHeaders.strictTransport) == address.hasPrefix("https"))
            #expect(text.contains("/run/p.socket") == fastCGI)
            #expect(text.contains(Installed.program) != fastCGI)
            #expect(!text.contains("\n\n\n"))
        }
    }

    @Test(
        "Where TLS ends at a proxy the server listens without it, and the headers are those of TLS",
        arguments: WebServer.allCases, [true, false])
    func behindProxy(server: WebServer, endsTLS: Bool) throws {
        var proxied = PortalSettings()
        proxied.address = "https://portal.example.org/"
        proxied.proxy.addresses = ["10.0.0.5", "2001:db8::/64"]
        proxied.proxy.endsTLS = endsTLS
        var site = site(by: server)
        site.settings = proxied
        site.listening =
            ServedSite(settings: proxied, home: site.home, gateway: site.gateway, logs: site.logs).listening
        #expect(site.listening.port == (endsTLS ? 80 : 443))
        let text = try server.configuration(of: site)
        #expect(text.contains("fullchain.pem") != endsTLS)
        #expect(text.contains(StaticHeaders.strictTransport))
        #expect(!text.contains("{{") && !text.contains("\n\n\n"))
        #expect(text.contains("trusted_proxies 10.0.0.5\n") == (server == .caddy))
    }

    @Test(
        "The limit of a request is the config's and 2 to 3 MiB more", arguments: WebServer.allCases,
        [(50 * 1_048_576, 52), (50 * 1_048_576 + 1, 53), (4_096, 3)])
    func limit(server: WebServer, limit: (bytes: Int, mebibytes: Int)) throws {
        var site = site(by: server)
        site.settings.limits.requestBytes = limit.bytes
        let text = try server.configuration(of: site)
        let number = server == .lighttpd ? limit.mebibytes * 1_024 : limit.mebibytes * 1_048_576
        #expect(text.contains("\(limit.mebibytes) MiB"))
        #expect(text.contains(" \(number)"))
    }

    @Test("Each language but the first has its own error page", arguments: WebServer.allCases)
    func languages(server: WebServer) throws {
        var site = site(by: server)
        #expect(try server.configuration(of: site).contains("/en/"))
        site.settings.languages = [.english]
        #expect(try !server.configuration(of: site).contains("/en/"))
        site.settings.languages = [.english, .persian]
        #expect(try server.configuration(of: site).contains("/fa/"))
    }

    @Test(
        "A path that a server would read as more than a path is refused",
        arguments: [
            "relative", "", "/a\"b", "/a'b", "/a\\b", "/a${b}", "/a$b", "/a*b", "/a[b]", "/a{b}", "/a%b", "/a\nb",
            "/a`b`",
        ])
    func refused(path: String) throws {
        for server in WebServer.allCases {
            for place in [\ServedSite.home, \.logs] {
                var site = site(by: server)
                site[keyPath: place] = path
                #expect(throws: ServedSiteFault.self) { try server.configuration(of: site) }
            }
            var site = site(by: server)
            site.gateway = .wrapper(socket: "/run/s", program: path)
            if !path.isEmpty { #expect(throws: ServedSiteFault.self) { try server.configuration(of: site) } }
            site = self.site(by: server)
            site.certificate = ServedSite.Certificate(chain: "/c.pem", key: path)
            #expect(throws: ServedSiteFault.self) { try server.configuration(of: site) }
        }
    }

    @Test(
        "What a server listens on is a port, perhaps with an address of the machine",
        arguments: [
            ("80", "", 80), ("127.0.0.1:8080", "127.0.0.1", 8_080), ("[::1]:443", "[::1]", 443), ("65535", "", 65_535),
        ])
    func listening(text: String, interface: String, port: Int) throws {
        let listening = try #require(Listening(text))
        #expect(listening.interface == interface && listening.port == port)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "0", "65536", "+80", "080", "a:80", ":80", "80;", "127.0.0.1", "::1:80", "[]:80", "[::1]80", "1 1:80",
        ])
    func noListening(text: String) {
        #expect(Listening(text) == nil)
    }

    @Test(
        "A host is known without its port",
        arguments: [
            ("https://a.example/", "a.example"), ("http://a.example:8080/", "a.example"), ("http://[::1]/", "[::1]"),
            ("http://[::1]:80/", "[::1]"),
        ])
    func host(address: String, host: String) {
        #expect(site(at: address, by: .nginx).host == host)
    }
}
