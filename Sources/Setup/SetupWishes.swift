import WebServers

/// What the administrator has said; the rest is found out on the machine.
public struct SetupWishes: Sendable {
    /// How requests reach the program.
    public enum Gateway: Sendable {
        /// Processes of a user of their own, behind a socket.
        case fastCGI
        /// The web server, or fcgiwrap, runs it for each request as its own user.
        case cgi
    }

    /// What of it all is done.
    public enum Part: String, CaseIterable, Sendable {
        /// Everything but the web server.
        case services
        /// The web server alone.
        case server
    }

    /// The web server; nil for the one that is set up already, or else the first that is installed.
    public var server: WebServer?
    /// Nil for what is set up already, or else FastCGI.
    public var gateway: Gateway?
    /// The address of a new portal; nil for this machine's name.
    public var address: String?
    /// The program that is put in its place, where the package has not done so.
    public var program: String
    /// Nil for all.
    public var part: Part?

    /// Nothing said but where the program is.
    public init(program: String) { self.program = program }
}
