import Configuration
import Glibc
import Portal
import WebServers

/// `pishkhan server-config`.
let serverConfigCommand = Command(
    name: "server-config", summary: "prints a web server's configuration for this portal",
    usage: [
        """
        server-config apache|nginx|lighttpd|caddy|h2o [--fastcgi SOCKET] [--fcgiwrap SOCKET] [--program FILE] \
        [--address URL] [--listen PORT] [--listen-plain PORT] [--certificate FILE --key FILE] [--logs DIR] \
        [--config FILE] [--home DIR]
        """
    ],
    about: """
        Prints all that the server needs for this portal, with comments: its head says where it goes and which commands put it
        in force. Address, languages, cgiPath, home, proxy and the limit of a request come from the config; print it anew where
        they have changed. With an https address it listens with TLS and leads plain HTTP there, unless TLS ends at a proxy in
        front.

        Apache and lighttpd run the CGI program themselves; nginx, Caddy and h2o have fcgiwrap do it. With --fastcgi any of
        them passes requests to processes of the program that wait behind a socket.
        """,
    options: [
        .fastCGI,
        .fcgiwrap,
        .program,
        .address,
        Option(
            "--listen", "PORT",
            "listens there: a port, or an address of this machine and a port (default: 443, without TLS 80)"),
        Option("--listen-plain", "PORT", "with TLS: where those come who have typed no https (default: 80)"),
        Option(
            "--certificate", "FILE", "with TLS: the certificate and its chain (default: certbot's; Caddy gets its own)"),
        Option("--key", "FILE", "with TLS: the certificate's private key (default: certbot's)"),
        Option("--logs", "DIR", "the folder of the access log (default: the Debian package's)"),
        .config,
        .home,
    ]
) { arguments in
    guard arguments.words.count == 1, let server = WebServer(rawValue: arguments.words[0]) else {
        throw UsageFault.expected("one of \(WebServer.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))")
    }
    Console.print(try server.configuration(of: try arguments.servedSite(by: server)), end: "")
    return .done
}

extension Arguments {
    /// The site as config and options describe it.
    fileprivate func servedSite(by server: WebServer) throws -> ServedSite {
        let config = try readSite(config: config)
        var settings = config.settings
        if let address = try address() { settings.address = address }
        var site = ServedSite(
            settings: settings, home: fromRoot(self["--home"] ?? homeFromEnvironment ?? config.home),
            gateway: try gateway(of: server), logs: fromRoot(self["--logs"] ?? server.logs))
        site.listening = try listening("--listen") ?? site.listening
        site.plainListening = try listening("--listen-plain") ?? site.plainListening
        site.certificate = try certificate(of: site, by: server)
        site.sendsBrotli = server != .nginx || access(nginxBrotli, F_OK) == 0
        return site
    }

    private func gateway(of server: WebServer) throws(UsageFault) -> ServedSite.Gateway {
        if let socket = self["--fastcgi"] {
            guard self["--fcgiwrap"] == nil, self["--program"] == nil else {
                throw .expected("--fastcgi alone, without --fcgiwrap and --program")
            }
            return .fastCGI(socket: fromRoot(socket))
        }
        let program = fromRoot(self["--program"] ?? Installed.program)
        if server.runsPrograms {
            guard self["--fcgiwrap"] == nil else {
                throw .expected("no --fcgiwrap: \(server.rawValue) runs CGI itself")
            }
            return .program(program)
        }
        return .wrapper(socket: fromRoot(self["--fcgiwrap"] ?? Installed.wrapperSocket), program: program)
    }

    private func listening(_ option: String) throws(UsageFault) -> Listening? {
        guard let text = self[option] else { return nil }
        guard let listening = Listening(text) else {
            throw .expected("a port, or an address and a port such as 127.0.0.1:8080, after \(option), not '\(text)'")
        }
        return listening
    }

    private func certificate(of site: ServedSite, by server: WebServer) throws(UsageFault) -> ServedSite.Certificate? {
        guard let chain = self["--certificate"], let key = self["--key"] else {
            guard self["--certificate"] == nil, self["--key"] == nil else {
                throw .expected("both --certificate and --key, or neither")
            }
            return server == .caddy ? nil : ServedSite.Certificate(fromCertbotFor: site.host)
        }
        return ServedSite.Certificate(chain: fromRoot(chain), key: fromRoot(key))
    }
}

/// Where Debian's nginx loads the module that sends ready-made Brotli files, if it is there.
private let nginxBrotli = "/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf"

/// A path from the root on; what is there already loses its links to folders above (`site/../home`).
private func fromRoot(_ path: String) -> String {
    guard !path.hasPrefix("/") || path.contains("/../") else { return path }
    guard let real = realpath(path, nil) else { return path.hasPrefix("/") ? path : folderNow() + "/" + path }
    defer { free(real) }
    return String(cString: real)
}

private func folderNow() -> String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
}
