import Desk
import SQLite
import Secrets

extension Store {
    /// Signs an applicant in; a number that was never seen becomes an applicant.
    ///
    /// - Parameter old: the session that was in this browser before; it ends.
    public func signIn(_ mobile: MobileNumber, replacing old: Token? = nil, now: Int) throws -> Token {
        try database.write {
            try end(old)
            try database.run(
                "INSERT INTO applicant (mobile, created) VALUES (\(mobile.e164), \(now)) ON CONFLICT DO NOTHING")
            let id = try database.first("SELECT id FROM applicant WHERE mobile = \(mobile.e164)") { $0.int(0) }
            return try startSession(applicant: id, staff: nil, now: now)
        }
    }

    /// Signs a member of the staff in.
    ///
    /// - Parameter old: the session that was in this browser before; it ends.
    public func signIn(_ member: StaffMember, replacing old: Token? = nil, now: Int) throws -> Token {
        try database.write {
            try end(old)
            try addEvent(.staffSignedIn, letter: nil, by: member, now: now)
            return try startSession(applicant: nil, staff: member.id, now: now)
        }
    }

    private func end(_ old: Token?) throws { if let old { try signOut(old) } }

    private func startSession(applicant: Int?, staff: Int?, now: Int) throws -> Token {
        let token = Token.random()
        try database.run(
            """
            INSERT INTO session (id, applicant, staff, started, seen)
            VALUES (\(sessionID(token)), \(applicant), \(staff), \(now), \(now))
            """)
        return token
    }

    /// The live session of a token; that it was seen is written once a minute.
    public func session(_ token: Token, limits: Limits, now: Int) throws -> Session? {
        let id = sessionID(token)
        guard
            let found = try database.first(
                "SELECT applicant, staff, started, seen FROM session WHERE id = \(id)", StoredSession.init)
        else { return nil }
        let holder: Session.Holder
        // Two short queries: preparing a join of both tables takes longer.
        if let applicant = found.applicant,
            let mobile = try database.first("SELECT mobile FROM applicant WHERE id = \(applicant)", { $0.text(0) })
        {
            holder = .applicant(Applicant(id: applicant, mobile: MobileNumber(stored: mobile)))
        } else if let staff = found.staff, let member = try staffMember(id: staff) {
            holder = .staff(member)
        } else {
            return nil
        }
        let session = Session(holder: holder, started: found.started, seen: found.seen)
        guard session.isLive(at: now, limits: limits) else { return nil }
        if now - found.seen >= Session.seenPrecision {
            try database.write { try database.run("UPDATE session SET seen = \(now) WHERE id = \(id)") }
        }
        return session
    }

    /// Ends a session; its cookie is worthless at once.
    public func signOut(_ token: Token) throws {
        try database.run("DELETE FROM session WHERE id = \(sessionID(token))")
    }

    private func sessionID(_ token: Token) -> [UInt8] { key.digest(.session, token.bytes) }
}

/// A row of a session.
private struct StoredSession {
    let applicant: Int?
    let staff: Int?
    let started: Int
    let seen: Int

    init(_ row: Row) {
        applicant = row.optionalInt(0)
        staff = row.optionalInt(1)
        started = row.int(2)
        seen = row.int(3)
    }
}
