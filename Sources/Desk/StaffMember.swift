/// What a member of the staff may do.
public enum Role: String, CaseIterable, Sendable {
    /// تاییدکننده: accepts and rejects.
    case reviewer
    /// کارشناس واحد: acts on the accepted letters of some units.
    case clerk
    /// مدیر سامانه: reads the audit.
    case administrator
}

/// Somebody who works at the desk.
public struct StaffMember: Equatable, Sendable {
    /// The least number of characters of a password.
    public static let passwordLimit = 12

    /// The database's number.
    public let id: Int
    /// The name of the account.
    public let name: String
    /// The role.
    public let role: Role
    /// The ids of a clerk's units.
    public let units: [String]
    /// The password was given by an administrator and must be changed before anything else.
    public let mustChangePassword: Bool
    /// An authenticator app is asked for after the password.
    public let hasSecondFactor: Bool

    /// A member of the staff as stored.
    public init(
        id: Int, name: String, role: Role, units: [String], mustChangePassword: Bool, hasSecondFactor: Bool = false
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.units = units
        self.mustChangePassword = mustChangePassword
        self.hasSecondFactor = hasSecondFactor
    }

    /// Accepts and rejects letters, and so reads all of them.
    public var mayReview: Bool { role == .reviewer }

    /// Reads the audit.
    public var mayAudit: Bool { role == .administrator }

    /// Adds statuses and replies to accepted letters of the unit.
    public func mayAct(forUnit unit: String) -> Bool { role == .clerk && units.contains(unit) }

    /// The same person with other units.
    public func with(units: [String]) -> StaffMember {
        StaffMember(
            id: id, name: name, role: role, units: units, mustChangePassword: mustChangePassword,
            hasSecondFactor: hasSecondFactor)
    }

    /// Account names: 2 to 32 of `a`–`z`, digits, `.`, `_` and `-`, beginning with a letter.
    public static func isName(_ name: String) -> Bool {
        guard (2...32).contains(name.utf8.count), let first = name.utf8.first, (97...122).contains(first) else {
            return false
        }
        return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0) }
    }
}
