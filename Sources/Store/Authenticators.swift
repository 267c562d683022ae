import Desk
import SQLite
import Secrets

/// Authenticator apps, for citizens in place of the SMS and for the staff after the password: the same for both.
extension Store {
    /// Whether somebody uses an app, and how many recovery codes are left.
    public func authenticator(of holder: Session.Holder) throws -> Authenticator {
        let stored = try storedAuthenticator(of: holder)
        return stored.isOn ? .on(recoveryCodesLeft: stored.recoveryCodes.left) : .off
    }

    /// The key that a session is offered for a new app.
    ///
    /// It is made of the session's token with the desk's key, so that nothing need be stored before the first code is
    /// right, and a page that is loaded again (a telephone that had to make room for the app does so) shows the same key.
    public func offeredKey(to holder: Session.Holder, session token: Token) throws -> TOTP {
        offeredKey(token, after: try storedAuthenticator(of: holder).counter)
    }

    private func offeredKey(_ token: Token, after counter: Int) -> TOTP {
        // Once an app was added its counter is another, and so is the key that the same session is offered afterwards.
        let counter = withUnsafeBytes(of: UInt64(max(0, counter)).littleEndian, Array.init)
        return TOTP(key: Array(key.digest(.authenticatorOffer, token.bytes, counter).prefix(TOTP.keyLength)))
    }

    /// Adds the app that was offered, once it shows the right code; other sessions end.
    ///
    /// - Returns: the recovery codes, which can be read only now; nil where the code is wrong.
    public func addAuthenticator(
        to holder: Session.Holder, appCode: String, session token: Token, now: Int
    ) throws -> [String]? {
        let (codes, recovery) = try newRecoveryCodes()
        return try database.write {
            var stored = try storedAuthenticator(of: holder)
            let offered = offeredKey(token, after: stored.counter)
            guard !stored.isOn, let counter = offered.counter(of: appCode, at: now, after: stored.counter) else {
                return nil
            }
            stored.sealed = key.seal(offered.key, for: .authenticator, context: Array(holder.place.utf8))
            stored.counter = counter
            stored.recoveryCodes = recovery
            try save(stored, of: holder)
            try endSessions(of: holder, but: token)
            try addEvent(.authenticatorAdded, of: holder, now: now)
            return codes
        }
    }

    /// Makes new recovery codes in place of the old ones.
    ///
    /// - Returns: how the second factor was, and the codes where it was right.
    public func renewRecoveryCodes(
        of holder: Session.Holder, by typed: SecondFactor, limits: Limits, now: Int
    ) throws -> (SecondFactorTry, codes: [String]) {
        let (codes, recovery) = try newRecoveryCodes()
        let result = try trySecondFactor(typed, of: holder, limits: limits, now: now) {
            var stored = try storedAuthenticator(of: holder)
            stored.recoveryCodes = recovery
            try save(stored, of: holder)
            try addEvent(.recoveryCodesRenewed, of: holder, now: now)
        }
        return (result, result == .right ? codes : [])
    }

    /// Removes the app: a citizen gets codes by SMS again, the staff log in by password alone where the config lets them.
    public func removeAuthenticator(
        of holder: Session.Holder, by typed: SecondFactor, keeping token: Token, limits: Limits, now: Int
    ) throws -> SecondFactorTry {
        try trySecondFactor(typed, of: holder, limits: limits, now: now) {
            try clearAuthenticator(of: holder)
            try endSessions(of: holder, but: token)
            try addEvent(.authenticatorRemoved, of: holder, now: now)
        }
    }

    /// Forgets the app and the recovery codes, but not the counter; only within a transaction.
    func clearAuthenticator(of holder: Session.Holder) throws {
        let counter = try storedAuthenticator(of: holder).counter
        try save(StoredAuthenticator(sealed: [], counter: counter, recoveryCodes: RecoveryCodes(bytes: [])), of: holder)
    }

    private func newRecoveryCodes() throws -> (codes: [String], stored: RecoveryCodes) {
        guard let made = RecoveryCodes.make(key: key) else {
            throw StoreFault.system(doing: "hash recovery codes for", path: folder.database, errno: 12)
        }
        return made
    }
}
