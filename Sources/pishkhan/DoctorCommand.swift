import Configuration
import Doctor
import Glibc
import Portal
import Store

/// `pishkhan doctor`.
let doctorCommand = Command(
    name: "doctor", summary: "checks that everything is as it must be",
    usage: [
        "doctor [--verify] [--json] [--user NAME] [--audit-head FILE] [--config FILE] [--home DIR]",
        """
        doctor --http URL [--json] [--user NAME] [--fastcgi SOCKET] [--fcgiwrap SOCKET] [--program FILE] [--config FILE] \
        [--home DIR]
        """,
    ],
    about: """
        Checks config, release, places, owners and modes, key, database, the web server's user, free space, clock,
        gateway and worker. Each finding is one line that says what is the matter and which command mends it; a line that
        begins with "note:" needs no mending. Exit code 0 only where nothing is wrong. Nothing is changed; run it as root
        or as the owner of the data.

        With --http it asks a running portal from outside instead: whether the web server answers, runs the program and hands
        out nothing else, with which headers, how large a letter it lets through, how its clock goes, whether it has TLS, and
        whether the release is the served one. Where the portal runs on this machine, it looks for what is in the way, too.
        CURL_CA_BUNDLE names certificates to believe in, as for curl.
        """,
    options: [
        Option(
            "--verify",
            """
            reads every document and compares its hash; looks for rows without files, files without rows, gaps \
            in letter numbers, broken references, letters and events that disagree, and lines of the audit that \
            were changed, taken out or cut off
            """),
        Option(
            "--json",
            """
            prints {"isWell", "findings": [{"check", "weight", "subject", "problem", "remedy"}]}
            """),
        Option(
            "--user", "NAME",
            """
            the user that the web server runs CGI programs as (default: the owner of the data)
            """),
        Option(
            "--audit-head", "FILE",
            """
            lines of data/audit.head that were kept elsewhere; the audit must hold them (with --verify)
            """),
        Option(
            "--http", "URL", "the portal's address, such as https://desk.example.org/; it is asked from outside then"),
        .fastCGI,
        .fcgiwrap,
        .program,
        .home,
        .config,
    ]
) { arguments in
    var user: SystemUser?
    if let name = arguments["--user"] {
        user = SystemUser(name: name)
        guard user != nil else { throw UsageFault.expected("the name of a user of this system after --user") }
    }
    let web = try arguments.web()
    let examination = Examination(
        home: try arguments.home(), config: arguments.config, user: user, keptHeads: arguments["--audit-head"],
        now: time(nil), web: web, program: arguments["--program"] ?? Installed.program,
        socket: try arguments.socket())
    let checks =
        web != nil ? Check.ofWeb : Check.ofInstallation + (arguments.has("--verify") ? Check.ofLetters : [])
    let report = DoctorReport(findings: examine(examination, by: checks))
    if arguments.has("--json") {
        Console.print(try report.json())
    } else {
        for finding in report.findings { Console.print(finding.line) }
        let wrong = report.findings.filter { $0.weight == .wrong }.count
        Console.print("\(checks.count) checks, \(wrong == 0 ? "nothing wrong" : "\(wrong) wrong")")
    }
    return report.isWell ? .done : .failed
}

extension Arguments {
    /// The socket at which the web server looks for the program, where it was named.
    fileprivate func socket() throws(UsageFault) -> ProgramSocket? {
        switch (self["--fastcgi"], self["--fcgiwrap"]) {
        case (nil, nil): return nil
        case (let path?, nil): return .fastCGI(path)
        case (nil, let path?): return .fcgiwrap(path)
        case (_?, _?): throw .expected("--fastcgi or --fcgiwrap, not both")
        }
    }

    /// The portal that is asked from outside; nil where it is examined from inside.
    fileprivate func web() throws(UsageFault) -> WebPortal? {
        guard let address = self["--http"] else { return nil }
        guard !has("--verify"), self["--audit-head"] == nil else { throw .expected("--http or --verify, not both") }
        let whole = address.hasSuffix("/") ? address : address + "/"
        guard PortalSettings.isAddress(whole) else {
            throw .expected("an address such as https://desk.example.org/ after --http, not '\(address)'")
        }
        let authorities = getenv("CURL_CA_BUNDLE").map { String(cString: $0) }
        return WebPortal(address: whole, authorities: authorities?.isEmpty == false ? authorities : nil)
    }
}
