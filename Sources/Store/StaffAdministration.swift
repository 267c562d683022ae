import Desk
import SQLite
import Secrets

/// An account as the administrator's command lists it.
public struct StaffAccount: Equatable, Sendable {
    /// Name, role, units and what the account lacks.
    public let member: StaffMember
    /// Whether nobody can log in with it.
    public let isDisabled: Bool
    /// Recovery codes that are not used yet.
    public let recoveryCodesLeft: Int
    /// UTC seconds at which it was made.
    public let created: Int
}

/// What the administrator does with accounts on the command line. Each ends the account's sessions at once where it must,
/// in one transaction with its event, which names the user of this machine.
extension Store {
    /// All accounts by name, the disabled ones too.
    public func staffAccounts() throws -> [StaffAccount] {
        try database.all(
            """
            SELECT id, name, role, mustChange, units, authenticator <> x'', disabled, recoveryCodes, created
            FROM staff ORDER BY name
            """
        ) { row in
            member(row).map { member in
                StaffAccount(
                    member: member, isDisabled: row.bool(6),
                    recoveryCodesLeft: RecoveryCodes(bytes: row.bytes(7)).left, created: row.int(8))
            }
        }
    }

    /// Disables an account, or enables it again; its sessions die at once.
    ///
    /// - Returns: false where there is no such account.
    public func setStaff(_ name: String, isDisabled: Bool, console: String, now: Int) throws -> Bool {
        try changeStaff(name, isDisabled ? .staffDisabled : .staffEnabled, console, now) { id in
            try database.run("UPDATE staff SET disabled = \(isDisabled) WHERE id = \(id)")
        }
    }

    /// Gives an account a new first password and takes its authenticator app away; its sessions die at once.
    ///
    /// - Parameter keepsAuthenticator: leaves the app, whose code is asked for as before.
    /// - Returns: false where there is no such account.
    public func resetStaff(
        _ name: String, passwordHash: String, keepsAuthenticator: Bool = false, console: String, now: Int
    ) throws -> Bool {
        try changeStaff(name, .staffReset, console, now) { id in
            try database.run("UPDATE staff SET password = \(passwordHash), mustChange = \(now) WHERE id = \(id)")
            if !keepsAuthenticator {
                try database.run("UPDATE staff SET authenticator = x'', recoveryCodes = x'' WHERE id = \(id)")
            }
        }
    }

    /// Takes a citizen's authenticator app away, so that codes come by SMS again; the citizen's sessions die at once.
    ///
    /// - Returns: false where the number has none.
    public func resetAuthenticator(of mobile: MobileNumber, console: String, now: Int) throws -> Bool {
        try database.write {
            let found = try database.first(
                "SELECT id FROM applicant WHERE mobile = \(mobile.e164) AND authenticator <> x''"
            ) { Applicant(id: $0.int(0), mobile: mobile) }
            guard let applicant = found else { return false }
            try clearAuthenticator(of: .applicant(applicant))
            try database.run("DELETE FROM session WHERE applicant = \(applicant.id)")
            try addEvent(
                .authenticatorReset, letter: nil, by: nil, text: accountText(mobile.shortened, console), now: now)
            return true
        }
    }

    private func changeStaff(
        _ name: String, _ kind: Event.Kind, _ console: String, _ now: Int, _ change: (_ id: Int) throws -> Void
    ) throws -> Bool {
        try database.write {
            guard let id = try database.first("SELECT id FROM staff WHERE name = \(name)", { $0.int(0) }) else {
                return false
            }
            try change(id)
            try database.run("DELETE FROM session WHERE staff = \(id)")
            try addEvent(kind, letter: nil, by: nil, text: accountText(name, console), now: now)
            return true
        }
    }

    /// Whose account, and which user of the machine has changed it.
    func accountText(_ name: String, _ console: String?) -> String { console.map { "\(name) ← \($0)" } ?? name }
}
