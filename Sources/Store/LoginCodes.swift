import Desk
import SQLite
import Secrets

/// کد تایید: one-time codes by SMS, or in their place those of an authenticator app.
///
/// Nothing here tells numbers with and without an app apart, known or unknown: the same statements, the same answers, the
/// same limits. The message of a number with an app is written like every other, but expired from the start, so that the
/// worker throws it away.
extension Store {
    /// Makes a code for a number and puts its message into the outbox.
    ///
    /// - Parameters:
    ///   - network: the network address that asks, or the network that counts as one.
    ///   - assurance: what its browser has shown.
    ///   - message: the message that carries the code.
    /// - Returns: the token by which this browser, and no other, can use the code.
    /// - Throws: `CodeRefusal` where a limit is reached.
    public func makeCode(
        for mobile: MobileNumber, from network: String, assurance: Assurance, limits: Limits, now: Int,
        message: (_ code: String) throws -> Message
    ) throws -> Token {
        let token = Token.random()
        let code = Random.digits(limits.codeDigits)
        try database.write {
            try refuseTooMany(.codeInterval, mobile.e164, limit: 1, seconds: limits.codeInterval, now: now)
            try countAddress(network, assurance, limits, now)
            try refuseTooMany(.codesPerNumber, mobile.e164, limit: limits.codesPerNumber, seconds: 86_400, now: now)
            let prefix = String(mobile.e164.dropLast(limits.prefixOmits))
            try refuseTooMany(.codesPerPrefix, prefix, limit: limits.codesPerPrefix, seconds: 3_600, now: now)
            try refuseTooMany(.codesPerDay, "", limit: limits.codesPerDay, seconds: 86_400, now: now)
            try database.run(
                """
                INSERT INTO loginCode (id, mobile, code, expires)
                VALUES (\(codeID(token)), \(mobile.e164), \(hash(code, token)), \(now + limits.codeLifetime))
                """)
            let usesApp = try storedAuthenticator(of: mobile)?.isOn ?? false
            try enqueue(try message(code), expires: usesApp ? now : nil, now: now)
        }
        wakeWorker()
        return token
    }

    /// The row of a number, where it is an applicant's.
    private func applicant(_ mobile: MobileNumber) throws -> (Applicant, StoredAuthenticator)? {
        let columns: SQL = "FROM applicant WHERE mobile = \(mobile.e164)"
        return try database.first(columns.following("SELECT id, \(StoredAuthenticator.columns) ")) { row in
            (Applicant(id: row.int(0), mobile: mobile), StoredAuthenticator(row, from: 1))
        }
    }

    private func storedAuthenticator(of mobile: MobileNumber) throws -> StoredAuthenticator? {
        try applicant(mobile)?.1
    }

    /// Many people may share an address, so one of them who abuses it must not lock the others out: past the limit each
    /// wish needs the harder security code. Where the portal asks for none, the limit is a wall.
    private func countAddress(_ network: String, _ assurance: Assurance, _ limits: Limits, _ now: Int) throws {
        let wait = try tally(.codesPerAddress, network, limit: limits.codesPerAddress, seconds: 3_600, now: now)
        switch assurance {
        case .none: if let wait { throw CodeRefusal.tooMany(retryAfter: wait) }
        case .usual:
            let isAttacked =
                try waiting(.wrongCodesOfPortal, "", limit: limits.wrongCodesPerHour, seconds: 3_600, now: now) != nil
            if wait != nil || isAttacked { throw CodeRefusal.harderCodeNeeded }
        case .harder: break
        }
    }

    /// Counts a wrong security code, or another sign of abuse, for the address that it came from.
    public func countWrong(from network: String, limits: Limits, now: Int) throws {
        _ = try tally(.codesPerAddress, network, limit: limits.codesPerAddress, seconds: 3_600, now: now)
    }

    /// What a browser has to show now for a code to be sent.
    public func neededAssurance(from network: String, limits: Limits, now: Int) throws -> Assurance {
        let isBeyond =
            try waiting(.codesPerAddress, network, limit: limits.codesPerAddress, seconds: 3_600, now: now) != nil
            || waiting(.wrongCodesOfPortal, "", limit: limits.wrongCodesPerHour, seconds: 3_600, now: now) != nil
        return isBeyond ? .harder : .usual
    }

    private func refuseTooMany(_ kind: TallyKind, _ subject: String, limit: Int, seconds: Int, now: Int) throws {
        if let wait = try tally(kind, subject, limit: limit, seconds: seconds, now: now) {
            // The transaction is undone with the throw, so a refused wish does not count.
            throw CodeRefusal.tooMany(retryAfter: wait)
        }
    }

    /// The number that a browser asked a code for, while the code lives.
    public func mobileWaiting(for token: Token, now: Int) throws -> MobileNumber? {
        try codeWaiting(for: token, now: now)?.mobile
    }

    /// The number that a browser asked a code for, while the code lives, and when that ends.
    public func codeWaiting(for token: Token, now: Int) throws -> (mobile: MobileNumber, expires: Int)? {
        try database.first(
            "SELECT mobile, expires FROM loginCode WHERE id = \(codeID(token)) AND used = 0 AND expires > \(now)"
        ) { (MobileNumber(stored: $0.text(0)), $0.int(1)) }
    }

    /// Tries a code: the one that was sent, or for a number with an authenticator app the app's.
    ///
    /// - Parameter network: where the try comes from.
    public func tryCode(
        _ typed: String, token: Token, from network: String, limits: Limits, now: Int
    ) throws -> CodeTry {
        try tryFactor(.appCode(typed), token: token, from: network, limits: limits, now: now)
    }

    /// Tries a code, or a recovery code of a number with an authenticator app. The try is counted before it is compared, in
    /// one transaction with the comparison.
    public func tryFactor(
        _ typed: SecondFactor, token: Token, from network: String, limits: Limits, now: Int
    ) throws -> CodeTry {
        // Slow for a recovery code, whether or not the number has any.
        let mobile = try mobileWaiting(for: token, now: now)
        let stored = try mobile.flatMap { try storedAuthenticator(of: $0) }
        let prepared = prepare(typed, for: stored ?? .none)
        return try database.write {
            let found = try database.first(
                """
                UPDATE loginCode SET tries = tries + 1
                WHERE id = \(codeID(token)) AND used = 0 AND tries < \(limits.codeTries) AND expires > \(now)
                    AND expires <= \(ClockTolerance.latest(now: now, ahead: limits.codeLifetime))
                RETURNING mobile, code, tries
                """
            ) { (mobile: $0.text(0), code: $0.bytes(1), tries: $0.int(2)) }
            guard let found else { return .expired }
            // A new code does not give a guesser new tries: those of the number are counted too.
            let perHour = limits.codeTries * 2
            guard try waiting(.wrongCodes, found.mobile, limit: perHour, seconds: 3_600, now: now) == nil else {
                return .expired
            }
            let mobile = MobileNumber(stored: found.mobile)
            guard try isRight(prepared, sent: found.code, to: mobile, token, now: now) else {
                _ = try tally(.wrongCodes, found.mobile, limit: perHour, seconds: 3_600, now: now)
                try countWrong(from: network, limits: limits, now: now)
                _ = try tally(.wrongCodesOfPortal, "", limit: limits.wrongCodesPerHour, seconds: 3_600, now: now)
                let left = limits.codeTries - found.tries
                return left > 0 ? .wrong(triesLeft: left) : .expired
            }
            try database.run("UPDATE loginCode SET used = 1 WHERE id = \(codeID(token))")
            return .right(mobile)
        }
    }

    /// Both ways are gone through for every number; which one counts is decided last.
    private func isRight(
        _ prepared: PreparedFactor, sent: [UInt8], to mobile: MobileNumber, _ token: Token, now: Int
    ) throws -> Bool {
        let found = try applicant(mobile)
        let holder = Session.Holder.applicant(found?.0 ?? Applicant(id: 0, mobile: mobile))
        let isRightFactor = try use(prepared, of: holder, now: now)
        guard case .appCode(let typed) = prepared else { return isRightFactor }
        let isSentCode = SecretKey.areEqual(sent, hash(typed, token))
        return found?.1.isOn ?? false ? isRightFactor : isSentCode
    }

    private func codeID(_ token: Token) -> [UInt8] { key.digest(.oneTimeCode, token.bytes) }

    private func hash(_ code: String, _ token: Token) -> [UInt8] {
        key.digest(.oneTimeCode, token.bytes, Array(code.utf8))
    }
}
