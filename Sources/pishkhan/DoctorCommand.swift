import Doctor
import Glibc
import Store

/// `pishkhan doctor`.
let doctorCommand = Command(
    name: "doctor", summary: "checks that everything is as it must be",
    usage: [
        "doctor [--verify] [--json] [--user NAME] [--audit-head FILE] [--config FILE] [--home DIR]"
    ],
    about: """
        Checks config, release, places, owners and modes, key, database, the web server's user, free space, clock,
        gateway and worker. Each finding is one line that says what is the matter and which command mends it; a line that
        begins with "note:" needs no mending. Exit code 0 only where nothing is wrong. Nothing is changed; run it as root
        or as the owner of the data.
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
        .home,
        .config,
    ]
) { arguments in
    var user: SystemUser?
    if let name = arguments["--user"] {
        user = SystemUser(name: name)
        guard user != nil else { throw UsageFault.expected("the name of a user of this system after --user") }
    }
    let examination = Examination(
        home: try arguments.home(), config: arguments.config, user: user, keptHeads: arguments["--audit-head"],
        now: time(nil))
    let checks = Check.ofInstallation + (arguments.has("--verify") ? Check.ofLetters : [])
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
