import Desk
import SQLite
import Secrets

extension Store {
    /// Seconds for which a first password opens the way to one's own: a week.
    public static let firstPasswordLifetime = 7 * 86_400

    /// Makes an account.
    ///
    /// - Parameter console: the user of this machine who runs the command; stands in the event.
    /// - Returns: false where the name is taken.
    public func addStaff(
        name: String, role: Role, units: [String], passwordHash: String, mustChangePassword: Bool,
        console: String? = nil, now: Int
    ) throws -> Bool {
        try database.write {
            let list = Set(units).sorted().joined(separator: " ")
            try database.run(
                """
                INSERT INTO staff (name, role, password, mustChange, created, units)
                VALUES (\(name), \(role.rawValue), \(passwordHash), \(mustChangePassword ? now : 0), \(now), \(list))
                ON CONFLICT DO NOTHING
                """)
            guard database.changes == 1 else { return false }
            try addEvent(.staffAdded, letter: nil, by: nil, text: accountText(name, console), now: now)
            return true
        }
    }

    /// The account with this name and this password, unless it is disabled or the first password is too old.
    ///
    /// An unknown name takes as long as a wrong password.
    public func staffMember(name: String, password: String, now: Int) throws -> StaffMember? {
        let row = try database.first(
            "SELECT id, password, mustChange FROM staff WHERE name = \(name) AND disabled = 0",
            { (id: $0.int(0), hash: $0.text(1), given: $0.int(2)) })
        let matches = Password.matches(password, hash: row?.hash ?? Password.hashOfNobody)
        guard let row, matches, Self.isGood(passwordGivenAt: row.given, now) else { return nil }
        return try staffMember(id: row.id)
    }

    /// - Parameter given: `mustChange`: when the first password was given; 0 for a password of one's own, and 1 where the
    ///   first version of the desk gave it and did not say when.
    private static func isGood(passwordGivenAt given: Int, _ now: Int) -> Bool {
        given <= 1 || now - given < firstPasswordLifetime
    }

    /// An account that is not disabled.
    func staffMember(id: Int) throws -> StaffMember? {
        try database.first(
            "SELECT id, name, role, mustChange, units, authenticator <> x'' FROM staff WHERE id = \(id) AND disabled = 0",
            member) ?? nil
    }

    /// From id, name, role, mustChange, units and whether there is an app.
    func member(_ row: Row) -> StaffMember? {
        Role(rawValue: row.text(2)).map { role in
            StaffMember(
                id: row.int(0), name: row.text(1), role: role,
                units: row.text(4).split(separator: " ").map(String.init),
                mustChangePassword: row.bool(3), hasSecondFactor: row.bool(5))
        }
    }

    /// Gives an account its own password, and ends its other sessions.
    ///
    /// - Parameter token: the session that goes on.
    public func changePassword(of member: StaffMember, hash: String, keeping token: Token, now: Int) throws {
        try database.write {
            try database.run("UPDATE staff SET password = \(hash), mustChange = 0 WHERE id = \(member.id)")
            try endSessions(of: .staff(member), but: token)
            try addEvent(.passwordChanged, letter: nil, by: member, now: now)
        }
    }

    /// Whether a password is the account's present one.
    public func isPresentPassword(_ password: String, of member: StaffMember) throws -> Bool {
        let hash = try database.first("SELECT password FROM staff WHERE id = \(member.id)") { $0.text(0) }
        return Password.matches(password, hash: hash ?? Password.hashOfNobody)
    }

    /// Writes down that somebody failed to log in under a name that exists or not.
    public func recordFailedSignIn(name: String, now: Int) throws {
        try database.write { try addEvent(.staffSignInFailed, letter: nil, by: nil, text: name, now: now) }
    }
}
