import Secrets
import Store

extension Check {
    /// The staff of a public portal cannot choose what attackers try first.
    static let passwords = Check("passwords") { examination in
        guard let settings = examination.settings, settings.isSecure else { return [] }
        let known = PasswordList(bytes: try PortalSnapshot(opening: examination.home.snapshot).refusedPasswords())
        guard known.count < enough else { return [] }
        let problem =
            known.count == 0 ? "names no list of passwords from break-ins" : "names only \(known.count) passwords"
        return [
            Finding(
                .note, "staff.refusedPasswords", problem,
                "name a file of \(enough) at least, such as the one of Have I Been Pwned, and run: pishkhan build")
        ]
    }

    /// How many OWASP ASVS 5.0 wants compared at least (6.2.4).
    private static let enough = 3_000
}
