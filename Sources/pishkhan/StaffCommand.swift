import Desk
import Glibc
import Secrets
import Store

/// `pishkhan staff`.
let staffCommand = Command(
    name: "staff", summary: "makes, lists and changes accounts of reviewers, clerks and administrators",
    usage: [
        "staff add NAME --role reviewer|clerk|administrator [--unit ID]… [--password-stdin] [--keep]",
        "staff list [--json]",
        "staff disable NAME",
        "staff enable NAME",
        "staff reset NAME [--keep-authenticator]",
    ],
    about: """
        add makes an account and prints its first password, which opens for a week and must be changed at the first
        login. list shows each account with its role, its units, and whether it has an authenticator app. disable ends
        the account's sessions at once and lets nobody log in with it; enable takes that back. reset ends its sessions,
        removes its authenticator app and prints a new first password; for somebody who still has the app and has only
        forgotten the password, keep it. Each change is an event of the audit.
        """,
    options: [
        Option("--role", "ROLE", "what the account may do"),
        Option("--unit", "ID", "a unit whose letters a clerk acts on; may be given several times"),
        Option("--password-stdin", "takes the password from the first line of standard input instead of making one"),
        Option("--keep-authenticator", "leaves the authenticator app, whose code is asked for as before"),
        Option("--keep", "lets the account keep this password (for tests and examples)"),
        Option("--json", "lists as one JSON array"),
        .home,
        .config,
    ]
) { arguments in
    switch arguments.words.first {
    case "list":
        guard arguments.words.count == 1 else { throw UsageFault.expected("nothing after 'staff list' but options") }
        return try listStaff(arguments)
    case "add": return try addStaff(named: name(in: arguments), arguments)
    case "disable": return try setStaff(named: name(in: arguments), isDisabled: true, arguments)
    case "enable": return try setStaff(named: name(in: arguments), isDisabled: false, arguments)
    case "reset": return try resetStaff(named: name(in: arguments), arguments)
    default: throw UsageFault.expected("'staff add NAME', 'list', 'disable NAME', 'enable NAME' or 'reset NAME'")
    }
}

private func name(in arguments: Arguments) throws -> String {
    guard arguments.words.count == 2 else {
        throw UsageFault.expected("one NAME after 'staff \(arguments.words.first ?? "")'")
    }
    return arguments.words[1]
}

private func addStaff(named name: String, _ arguments: Arguments) throws -> ExitCode {
    guard StaffMember.isName(name) else {
        throw UsageFault.expected(
            "a name of 2 to 32 lower-case letters, digits, '.', '_' and '-', beginning with a letter")
    }
    guard let role = arguments["--role"].flatMap(Role.init(rawValue:)) else {
        throw UsageFault.expected("--role with \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let units = arguments.all("--unit")
    guard (role == .clerk) != units.isEmpty else {
        throw UsageFault.expected(role == .clerk ? "at least one --unit for a clerk" : "--unit for clerks only")
    }
    let home = try arguments.home()
    try requireUnits(units, in: home)
    let first = try FirstPassword(arguments)
    let isAdded = try Store(opening: home.data).addStaff(
        name: name, role: role, units: units, passwordHash: first.hash, mustChangePassword: !arguments.has("--keep"),
        console: consoleUser(), now: time(nil))
    guard isAdded else {
        Console.complain("the name '\(name)' is taken; choose another")
        return .failed
    }
    Console.print("account \(name) \(role.rawValue)")
    Console.print("password \(first.password)")
    return .done
}

private func requireUnits(_ ids: [String], in home: Home) throws {
    guard !ids.isEmpty else { return }
    let portal = try PortalSnapshot(opening: home.snapshot)
    for id in ids {
        guard let unit = try portal.unit(id) else {
            throw UsageFault.expected("the id of a unit after --unit; the portal has no unit '\(id)'")
        }
        if let other = unit.replacedBy {
            throw UsageFault.expected(
                "a unit that is not replaced after --unit; '\(other)' has taken the place of '\(id)'")
        }
    }
}
