import Backup
import Doctor
import Glibc
import Portal
import Store

/// `pishkhan backup`.
let backupCommand = Command(
    name: "backup", summary: "copies the whole desk into one file while it is in use",
    usage: [
        "backup FILE [--config FILE] [--home DIR]"
    ],
    about: """
        Writes database, documents, key and the folder of the config, as they are at one moment, into FILE: a tar archive
        that only its owner can read. Keep it as safe as the desk itself; the key is in it. FILE must not exist. Its last
        member, MANIFEST, has the hash of all others: tar xf FILE && b2sum -c MANIFEST

        Run it as root or as the owner of the data. Exit code 1 where there is no backup, and also where there is one
        but a document on the disk is missing or damaged: each is named.
        """,
    options: [
        .home,
        .config,
    ]
) { arguments in
    guard arguments.words.count == 1, let path = arguments.words.first else {
        throw UsageFault.expected("'backup FILE'")
    }
    let report = try makeBackup(of: try arguments.home(), config: arguments.config, to: path, now: time(nil))
    Console.print("backup \(path): \(report.documents) documents, \(report.configFiles) files of the config")
    for problem in report.problems { Console.complain("\(problem); run: pishkhan doctor --verify") }
    return report.problems.isEmpty ? .done : .failed
}

/// `pishkhan restore`.
let restoreCommand = Command(
    name: "restore", summary: "brings a backup back",
    usage: [
        "restore FILE --home DIR"
    ],
    about: """
        Checks all of FILE, and then lays it out in DIR: the desk's data in DIR/data, the config in DIR/restored-config.
        A desk that is there is never overwritten. Nobody stays signed in, and messages that waited when the backup was
        made are sent. What is left to do is printed: the owner of the data, and the next build.
        """,
    options: [
        Option("--home", "DIR", "a home without a data folder; it is made if it does not exist")
    ]
) { arguments in
    guard arguments.words.count == 1, let path = arguments.words.first, let target = arguments["--home"] else {
        throw UsageFault.expected("'restore FILE --home DIR'")
    }
    let home = Home(path: target)
    let report = try restore(path, to: home, now: time(nil))
    for finding in report.findings { Console.print(finding.line) }
    Console.print("restored \(home.data.path)")
    Console.print("config \(report.config)")
    let owner = SystemUser(name: Installed.user) == nil ? "www-data" : Installed.user
    Console.complain(
        """
        next, as root: chown -R \(owner): '\(home.data.path)' (the user of the FastCGI processes, or the web server's)
        then: pishkhan build --config '\(report.config)' --home '\(home.path)' (or with the present config)
        """)
    return report.findings.contains { $0.weight == .wrong } ? .failed : .done
}
