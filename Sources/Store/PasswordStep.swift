import Desk
import SQLite
import Secrets

/// Between the two steps of a staff login nothing is stored: that the password was right travels with the browser, sealed.
///
/// The seal is over the account's password, app and counter: it is worthless after a login, after a change of any of
/// them, and once the account is disabled.
extension Store {
    /// Seconds within which the second step must follow.
    public static let passwordStepLifetime = 300

    /// The cookie of somebody whose password was right.
    public func passwordStep(of member: StaffMember, now: Int) throws -> String {
        let expires = now + Self.passwordStepLifetime
        return "\(member.id).\(expires).\(Base64URL.encode(try seal(of: member, expires)))"
    }

    /// The account of such a cookie, while it lives.
    public func memberPastPassword(_ cookie: String, now: Int) throws -> StaffMember? {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let id = Int(parts[0]), let expires = Int(parts[1]), expires > now,
            expires <= ClockTolerance.latest(now: now, ahead: Self.passwordStepLifetime),
            let sealed = Base64URL.decode(parts[2]), let member = try staffMember(id: id),
            SecretKey.areEqual(sealed, try seal(of: member, expires))
        else { return nil }
        return member
    }

    private func seal(of member: StaffMember, _ expires: Int) throws -> [UInt8] {
        let password = try database.first("SELECT password FROM staff WHERE id = \(member.id)") { $0.text(0) } ?? ""
        let stored = try storedAuthenticator(of: .staff(member))
        let state = "\(member.id) \(expires) \(stored.counter)"
        return key.digest(
            .passwordStep, Array(state.utf8), Array(password.utf8), stored.sealed, stored.recoveryCodes.bytes)
    }
}
