import Portal
import WebServers

extension Check {
    /// What must be true of a running portal, as its visitors see it; each asks a few times.
    public static let ofWeb: [Check] = [
        .webServer, .program, .closedFiles, .headers, .compression, .uploadLimit, .webClock, .tls, .shownRelease,
    ]
}

extension Examination {
    /// The portal as visitors see it, where it is there at all and not only leads on to https.
    func readyWeb() -> WebPortal? {
        guard let web, !leadsOn(web), (try? web.answer(to: "/")) != nil else { return nil }
        return web
    }

    /// Whether an address is only there for those who have typed no https.
    func leadsOn(_ web: WebPortal) -> Bool {
        guard !web.isSecure, let answer = try? web.answer(to: "/") else { return false }
        return (300...399).contains(answer.status) && answer["Location"]?.hasPrefix("https://") == true
    }

    /// What the served release says, or the config, or nothing.
    var configured: PortalSettings { settings ?? configuredSettings ?? PortalSettings() }

    /// The command that prints the web server's configuration anew and puts it in force.
    var printAnew: String {
        if hasFastCGI { return "run: pishkhan setup --only server" }
        let server = webServer
        let name = server?.rawValue ?? "SERVER"
        let print = "pishkhan server-config \(name) --config \(quoted(config)) --home \(quoted(home.path))"
        guard let server else { return "print its configuration anew and reload it: \(print)" }
        return "run: \(print) >\(server.file) && \(server.activation)"
    }

    /// The web server, by its own word or by the configuration that lies there.
    private var webServer: WebServer? {
        let said = (try? web?.answer(to: "/"))?["Server"]?.lowercased() ?? ""
        return WebServer.allCases.first { said.hasPrefix($0.rawValue) }
            ?? WebServer.allCases.first { $0 != .caddy && $0 != .h2o && FileFacts($0.file) != nil }
    }
}
