import WebServers

/// Why a machine was not set up, or not to its end.
public enum SetupFault: Error, CustomStringConvertible {
    /// Only root may do it.
    case notRoot
    /// The operating system refused.
    case system(doing: String, path: String, reason: String)
    /// A command failed.
    case command([String], said: String)
    /// Something that must be there is not.
    case missing(String, remedy: String)
    /// An address was given, and the config has one.
    case addressIsConfigured(config: String)
    /// The config has another home than the units.
    case otherHome(String, config: String)
    /// The web server's configuration was faulty before.
    case faultyServer(WebServer, said: String)
    /// The web server refuses the portal's configuration.
    case refusedSite(WebServer, file: String, said: String)
    /// The server's own file is somebody's.
    case foreignFile(String, WebServer)

    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .notRoot:
            "only root can set up a machine; run: sudo pishkhan setup (or look first: pishkhan setup --dry-run)"
        case .system(let doing, let path, let reason): "cannot \(doing) \(path): \(reason)"
        case .command(let words, let said):
            "'\(words.joined(separator: " "))' failed; mend what it says and run 'pishkhan setup' again:\n\(said)"
        case .missing(let what, let remedy): "\(what) is missing; \(remedy)"
        case .addressIsConfigured(let config):
            "\(config) has an address already; change it there and run 'pishkhan setup' without --address"
        case .otherHome(let home, let config):
            """
            'home' in \(config) is \(home), but the services of systemd work in /var/lib/pishkhan; set it to that, or set \
            the machine up by hand as the README says
            """
        case .faultyServer(let server, let said):
            """
            the configuration of \(server.rawValue) is faulty as it is, so it was left alone; mend it and run 'pishkhan \
            setup' again:
            \(said)
            """
        case .refusedSite(let server, let file, let said):
            """
            \(server.rawValue) refuses the portal's configuration, so \(file) was taken back and \(server.rawValue) goes on \
            as before; mend what it says and run 'pishkhan setup' again:
            \(said)
            """
        case .foreignFile(let file, let server):
            """
            \(file) is all of \(server.rawValue)'s configuration and was not written by 'pishkhan setup', so it was left \
            alone; move it away if the portal may take its place (mv \(file) \(file).before), or put into it what 'pishkhan \
            server-config \(server.rawValue)' prints
            """
        }
    }
}
