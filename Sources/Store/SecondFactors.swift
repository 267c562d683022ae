import Desk
import SQLite
import Secrets

/// Tries of the second factor: a code of the authenticator app, or a recovery code in its place.
extension Store {
    /// Seconds of the two windows in which wrong tries are counted.
    static let secondFactorWindow = 900
    static let secondFactorDay = 86_400

    /// Wrong tries in a day, for each try that is allowed in a window.
    static let secondFactorTriesPerDay = 5

    /// Tries a second factor. The try is counted in one transaction with the comparison, and so is what `then` does.
    ///
    /// A right one cannot be used again. After `limits.codeTries` wrong ones in a quarter of an hour, or five times as many
    /// in a day, further ones are not looked at.
    public func trySecondFactor(
        _ typed: SecondFactor, of holder: Session.Holder, limits: Limits, now: Int, then: () throws -> Void = {}
    ) throws -> SecondFactorTry {
        let prepared = prepare(typed, for: try storedAuthenticator(of: holder))
        return try database.write {
            let windows: [(TallyKind, limit: Int, seconds: Int)] = [
                (.wrongSecondFactors, limits.codeTries, Self.secondFactorWindow),
                (.wrongSecondFactorsPerDay, limits.codeTries * Self.secondFactorTriesPerDay, Self.secondFactorDay),
            ]
            for window in windows {
                if let wait = try waiting(
                    window.0, holder.place, limit: window.limit, seconds: window.seconds, now: now)
                {
                    return .tooMany(retryAfter: wait)
                }
            }
            guard try use(prepared, of: holder, now: now) else {
                for window in windows {
                    _ = try tally(window.0, holder.place, limit: window.limit, seconds: window.seconds, now: now)
                }
                return .wrong
            }
            try then()
            return .right
        }
    }

    /// What was typed, with all slow work done: so nobody waits for the write lock meanwhile.
    enum PreparedFactor {
        case appCode(String)
        case recoveryHash([UInt8]?)
    }

    /// Takes equally long whether or not the app is on.
    func prepare(_ typed: SecondFactor, for stored: StoredAuthenticator) -> PreparedFactor {
        switch typed {
        case .appCode(let code): .appCode(code)
        case .recoveryCode(let code): .recoveryHash(stored.recoveryCodes.hash(of: code, key: key))
        }
    }

    /// Whether the factor is right; it is then used up. Only within a transaction.
    func use(_ factor: PreparedFactor, of holder: Session.Holder, now: Int) throws -> Bool {
        var stored = try storedAuthenticator(of: holder)
        // Without an app the same work is done with a key of nobody's.
        let appKey = key.open(stored.sealed, for: .authenticator, context: Array(holder.place.utf8))
        switch factor {
        case .appCode(let code):
            let app = TOTP(key: appKey ?? [UInt8](repeating: 0, count: TOTP.keyLength))
            guard let counter = app.counter(of: code, at: now, after: stored.counter), appKey != nil else {
                return false
            }
            stored.counter = counter
            try save(stored, of: holder)
        case .recoveryHash(let hash):
            guard let hash, stored.recoveryCodes.spend(hash), appKey != nil else { return false }
            try save(stored, of: holder)
            try addEvent(.recoveryCodeUsed, of: holder, now: now)
        }
        return true
    }
}
