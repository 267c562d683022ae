import Desk
import Glibc
import Secrets
import Store

/// `pishkhan staff`.
let staffCommand = Command(
    name: "staff", summary: "makes accounts for reviewers, clerks and administrators",
    help: """
        pishkhan staff add NAME --role reviewer|clerk|administrator [--unit ID]… [--home DIR] [--config FILE]

        Makes an account and prints its first password, which must be changed at the first login.

          --role ROLE        what the account may do
          --unit ID          a unit whose letters a clerk acts on; may be given several times
          --password-stdin   takes the password from the first line of standard input instead of making one
          --keep             lets the account keep this password (for tests and examples)
        """,
    valued: ["--role", "--unit", "--home", "--config"], flags: ["--password-stdin", "--keep"]
) { arguments in
    guard arguments.words.count == 2, arguments.words[0] == "add" else { throw UsageFault.expected("'staff add NAME'") }
    let name = arguments.words[1]
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
    let password = arguments.has("--password-stdin") ? try passwordFromInput() : Password.generate()
    guard let hash = Password.hash(password) else {
        throw UsageFault.expected("46 MiB of free memory for the password's hash")
    }
    let isAdded = try Store(opening: home.data).addStaff(
        name: name, role: role, units: units, passwordHash: hash, mustChangePassword: !arguments.has("--keep"),
        now: time(nil))
    guard isAdded else {
        Console.complain("the name '\(name)' is taken; choose another")
        return .failed
    }
    Console.print("account \(name) \(role.rawValue)")
    Console.print("password \(password)")
    return .done
}

private func requireUnits(_ ids: [String], in home: Home) throws {
    guard !ids.isEmpty else { return }
    let portal = try PortalSnapshot(opening: home.snapshot)
    for id in ids where try portal.unit(id) == nil {
        throw UsageFault.expected("the id of a unit after --unit; the portal has no unit '\(id)'")
    }
}

private func passwordFromInput() throws -> String {
    let password = readLine() ?? ""
    guard password.count >= StaffMember.passwordLimit, password.utf8.count <= Password.maximumBytes else {
        throw UsageFault.expected("a password of \(StaffMember.passwordLimit) characters at least on standard input")
    }
    return password
}
