import BuiltIn

/// A web server that configurations are printed for.
public enum WebServer: String, CaseIterable, Sendable {
    case apache, nginx, lighttpd, caddy, h2o

    /// Whether it runs CGI programs itself; the others speak FastCGI to one that does, fcgiwrap.
    public var runsPrograms: Bool { self == .apache || self == .lighttpd }

    /// Where Debian's package has its logs.
    public var logs: String { "/var/log/" + (self == .apache ? "apache2" : rawValue) }

    /// Where Debian's package looks for its configuration.
    public var file: String {
        switch self {
        case .apache: "/etc/apache2/sites-available/pishkhan.conf"
        case .nginx: "/etc/nginx/sites-available/pishkhan"
        case .lighttpd: "/etc/lighttpd/conf-available/90-pishkhan.conf"
        case .caddy: "/etc/caddy/Caddyfile"
        case .h2o: "/etc/h2o/h2o.conf"
        }
    }

    /// The command that tests all of the server's configuration.
    public var test: [String] {
        switch self {
        case .apache: ["apachectl", "configtest"]
        case .nginx: ["nginx", "-t"]
        case .lighttpd: ["lighttpd", "-tt", "-f", "/etc/lighttpd/lighttpd.conf"]
        case .caddy: ["caddy", "validate", "--adapter", "caddyfile", "--config", file]
        case .h2o: ["h2o", "-t", "-c", file]
        }
    }

    /// The commands that test it and put it in force.
    public var activation: String {
        let load =
            switch self {
            case .apache: "restart apache2"
            case .nginx: "reload nginx"
            case .lighttpd: "restart lighttpd"
            case .caddy: "reload caddy"
            case .h2o: "restart h2o"
            }
        return "\(test.joined(separator: " ")) && systemctl \(load)"
    }

    /// What is filled in: `cgi-bin/NAME.conf.mustache`.
    var template: BuiltInFile? { BuiltIn.servers[rawValue + ".conf.mustache"] }
}
