import Desk
import SQLite
import Secrets

/// Counts of what is limited: codes to a number, tries from an address and the like.
extension Store {
    /// What is counted.
    public enum TallyKind: String, Sendable {
        case challengeUses, codeInterval, codesPerNumber, codesPerAddress, codesPerPrefix, codesPerDay
        case wrongCodes, wrongCodesOfPortal
        case wrongPasswordsPerName, wrongPasswordsPerAddress, wrongSecondFactors, wrongSecondFactorsPerDay
        case bytesPerNumber, bytesPerNetwork, bytesPerDay
    }

    /// Counts one more, or `amount`, and says for how many seconds the subject must wait, or nil where it is within the limit.
    ///
    /// A window begins with the first count and ends after `seconds`. Count and check are one statement, so parallel
    /// requests cannot slip past the limit together. A window that ends later than one can that begins now was begun by a clock
    /// that was ahead, and is over.
    public func tally(_ kind: TallyKind, _ subject: String, limit: Int, seconds: Int, now: Int, amount: Int = 1) throws
        -> Int?
    {
        let id = tallySubject(kind, subject)
        let latest = ClockTolerance.latest(now: now, ahead: seconds)
        let (count, expires) =
            try database.first(
                """
                INSERT INTO tally (kind, subject, count, expires) VALUES (\(kind.rawValue), \(id), \(amount), \(now + seconds))
                ON CONFLICT DO UPDATE SET
                    count = CASE WHEN expires > \(now) AND expires <= \(latest) THEN count ELSE 0 END + excluded.count,
                    expires = CASE WHEN expires > \(now) AND expires <= \(latest) THEN expires ELSE excluded.expires END
                RETURNING count, expires
                """
            ) { ($0.int(0), $0.int(1)) } ?? (1, now)
        return count > limit ? max(1, expires - now) : nil
    }

    /// Takes one count back, after it turned out to be no abuse.
    public func untally(_ kind: TallyKind, _ subject: String) throws {
        try database.run(
            """
            UPDATE tally SET count = count - 1
            WHERE kind = \(kind.rawValue) AND subject = \(tallySubject(kind, subject)) AND count > 0
            """)
    }

    /// For how many seconds the subject must wait, without counting; nil where it is below the limit.
    ///
    /// - Parameter seconds: how long the window is.
    public func waiting(_ kind: TallyKind, _ subject: String, limit: Int, seconds: Int, now: Int) throws -> Int? {
        try database.first(
            """
            SELECT expires FROM tally
            WHERE kind = \(kind.rawValue) AND subject = \(tallySubject(kind, subject)) AND count >= \(limit)
                AND expires > \(now) AND expires <= \(ClockTolerance.latest(now: now, ahead: seconds))
            """
        ) { $0.int(0) - now }
    }

    /// Numbers and addresses are kept as keyed hashes only.
    private func tallySubject(_ kind: TallyKind, _ subject: String) -> [UInt8] {
        Array(key.digest(.tally, Array(kind.rawValue.utf8), Array(subject.utf8)).prefix(16))
    }
}
