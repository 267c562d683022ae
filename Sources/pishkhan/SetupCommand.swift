import Glibc
import Setup
import WebServers

/// `pishkhan setup`.
let setupCommand = Command(
    name: "setup", summary: "sets up this machine: user, services, first release, web server",
    usage: [
        """
        setup [--dry-run] [--server apache|nginx|lighttpd|caddy|h2o] [--fastcgi|--cgi] [--address URL] [--program FILE] \
        [--only services|server]
        """,
        "setup --remove [--dry-run]",
    ],
    about: """
        Makes a working portal of a machine with systemd: puts both programs in place, makes the user pishkhan, begins a site
        in /etc/pishkhan where there is none, makes a release in /var/lib/pishkhan, has systemd run the processes and the
        worker, and writes the web server's configuration, which is tested before it is loaded and taken back where the
        server refuses it. Each step is told. A second time it does what is missing and brings all to this version; what was
        changed by hand stays. Debian's package runs it; without systemd, as in a chroot, nothing is started.

        Requests are answered by FastCGI, by processes of the user pishkhan, who alone owns the letters. With --cgi the web
        server, or fcgiwrap, runs the program for each request, and the letters are its user's.
        """,
    options: [
        Option("--dry-run", "tells each step and changes nothing"),
        Option(
            "--server", "NAME",
            "the web server (default: the one that is set up already, or the first that is installed of apache, nginx, lighttpd)"
        ),
        Option("--fastcgi", "processes behind a socket (default, unless the machine is set up for CGI)"),
        Option("--cgi", "a process for each request"),
        Option("--address", "URL", "the address of a new portal (default: this machine's name)"),
        Option("--program", "FILE", "the CGI program to put in place (default: pishkhan-cgi beside this program)"),
        Option("--only", "PART", "services: all but the web server; server: the web server alone"),
        Option(
            "--remove", "takes the site out of the web server's configuration and ends the services; all else stays"),
    ]
) { arguments in
    guard arguments.words.isEmpty else { throw UsageFault.expected("no words, but '\(arguments.words[0])' was given") }
    let setup = try Setup(try arguments.setupWishes(), isDryRun: arguments.has("--dry-run")) { Console.print($0) }
    if arguments.has("--remove") { try setup.takeBack() } else { try setup.carryOut() }
    if arguments.has("--dry-run") { Console.print("nothing was changed") }
    return .done
}

extension Arguments {
    fileprivate func setupWishes() throws(UsageFault) -> SetupWishes {
        var wishes = SetupWishes(program: self["--program"] ?? programBesideThis())
        if let name = self["--server"] {
            wishes.server = WebServer(rawValue: name)
            guard wishes.server != nil else {
                throw .expected("\(WebServer.allCases.map(\.rawValue).joined(separator: ", ")) after --server")
            }
        }
        guard !has("--cgi") || !has("--fastcgi") else { throw .expected("--fastcgi or --cgi, not both") }
        wishes.gateway = has("--cgi") ? .cgi : has("--fastcgi") ? .fastCGI : nil
        wishes.address = try address()
        if let part = self["--only"] {
            wishes.part = SetupWishes.Part(rawValue: part)
            guard wishes.part != nil else {
                throw .expected("\(SetupWishes.Part.allCases.map(\.rawValue).joined(separator: " or ")) after --only")
            }
        }
        return wishes
    }
}

private func programBesideThis() -> String {
    guard let own = realpath("/proc/self/exe", nil) else { return "pishkhan-cgi" }
    defer { free(own) }
    return String(cString: own) + "-cgi"
}
