import Folders
import WebServers

/// A web server as Debian's package lays it out.
struct ServerPackage {
    let server: WebServer
    /// The program that tells whether it is installed.
    let program: String
    /// The unit of systemd.
    let service: String
    /// The user that it answers requests as.
    let user: String
    /// What puts the site in force, once its file is there; it is in force where the link is.
    let enabling: Enabling

    /// How a site is put in force.
    enum Enabling {
        /// A command does and undoes it and makes this link.
        case command(enable: [String], disable: [String], link: String)
        /// A link to the file.
        case link(String, to: String)
        /// The file is all of the server's configuration.
        case wholeFile
    }

    /// The package of a server.
    init(_ server: WebServer) {
        self.server = server
        switch server {
        case .apache:
            program = "/usr/sbin/apache2"
            service = "apache2"
            user = "www-data"
            enabling = .command(
                enable: ["a2ensite", "--quiet", "pishkhan"], disable: ["a2dissite", "--quiet", "pishkhan"],
                link: "/etc/apache2/sites-enabled/pishkhan.conf")
        case .nginx:
            program = "/usr/sbin/nginx"
            service = "nginx"
            user = "www-data"
            enabling = .link("/etc/nginx/sites-enabled/pishkhan", to: "../sites-available/pishkhan")
        case .lighttpd:
            program = "/usr/sbin/lighttpd"
            service = "lighttpd"
            user = "www-data"
            enabling = .command(
                enable: ["lighty-enable-mod", "pishkhan"], disable: ["lighty-disable-mod", "pishkhan"],
                link: "/etc/lighttpd/conf-enabled/90-pishkhan.conf")
        case .caddy:
            program = "/usr/bin/caddy"
            service = "caddy"
            user = "caddy"
            enabling = .wholeFile
        case .h2o:
            program = "/usr/bin/h2o"
            service = "h2o"
            user = "debian-h2o"
            enabling = .wholeFile
        }
    }

    /// The one that is set up already, or else the first that is installed and has a place for sites beside others.
    static var usual: ServerPackage? {
        let installed = WebServer.allCases.map(ServerPackage.init).filter(\.isInstalled)
        return installed.first(where: \.isSetUp) ?? installed.first(where: \.hasOwnFile)
    }

    /// Whether the package is installed.
    var isInstalled: Bool { Changes.exists(program) }

    /// Whether the portal has a file of its own there, beside those of other sites.
    var hasOwnFile: Bool { if case .wholeFile = enabling { false } else { true } }

    /// Whether its file is one of setup's.
    var isSetUp: Bool { WholeFile.bytes(of: server.file).map(SealedFile.isSealed) ?? false }

    /// Whether the site is in force.
    var isEnabled: Bool {
        switch enabling {
        case .command(_, _, let link), .link(let link, _): Changes.exists(link)
        case .wholeFile: Changes.exists(server.file)
        }
    }

    /// The modules that a site needs beyond those that are always there; the name of a link that is there when it is enabled.
    func modules(gateway: SetupWishes.Gateway, tls: Bool) -> [(name: String, link: String)] {
        switch server {
        case .apache:
            ([gateway == .cgi ? "cgid" : "proxy_fcgi", "headers", "env", "alias", "dir", "mime", "rewrite"]
                + (tls ? ["ssl"] : []))
                .map { ($0, "/etc/apache2/mods-enabled/\($0).load") }
        case .lighttpd: [("deflate", "/etc/lighttpd/conf-enabled/20-deflate.conf")]
        case .nginx, .caddy, .h2o: []
        }
    }

    /// The commands that enable and disable modules.
    var moduleCommands: (enable: [String], disable: [String]) {
        server == .apache
            ? (["a2enmod", "--quiet"], ["a2dismod", "--quiet", "--force"])
            : (["lighty-enable-mod"], ["lighty-disable-mod"])
    }
}
