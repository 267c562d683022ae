import BuiltIn

/// A web server that configurations are printed for.
public enum WebServer: String, CaseIterable, Sendable {
    case apache, nginx, lighttpd, caddy, h2o

    /// Whether it runs CGI programs itself; the others speak FastCGI to one that does, fcgiwrap.
    public var runsPrograms: Bool { self == .apache || self == .lighttpd }

    /// Where Debian's package has its logs.
    public var logs: String { "/var/log/" + (self == .apache ? "apache2" : rawValue) }

    /// What is filled in: `cgi-bin/NAME.conf.mustache`.
    var template: BuiltInFile? { BuiltIn.servers[rawValue + ".conf.mustache"] }
}
