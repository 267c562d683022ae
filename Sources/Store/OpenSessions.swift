import Desk
import SQLite
import Secrets

/// Somebody's own sessions: seen, and ended.
extension Store {
    /// The sessions that are still good, the newest first, a hundred at most.
    ///
    /// - Parameter token: the session that asks.
    public func openSessions(of holder: Session.Holder, asking token: Token, limits: Limits, now: Int) throws
        -> [OpenSession]
    {
        let own = key.digest(.session, token.bytes)
        let (applicant, staff) = holder.ids
        let rows = try database.all(
            """
            SELECT id, started, seen FROM session WHERE applicant IS \(applicant) AND staff IS \(staff)
            ORDER BY started DESC, seen DESC, id LIMIT 100
            """
        ) { row in
            (id: row.bytes(0), session: Session(holder: holder, started: row.int(1), seen: row.int(2)))
        }
        return rows.filter { $0.session.isLive(at: now, limits: limits) }.map { row in
            OpenSession(
                mark: Self.mark(of: row.id), started: row.session.started, seen: row.session.seen, isOwn: row.id == own)
        }
    }

    /// Ends one of somebody's own sessions; its cookie is worthless at once.
    ///
    /// - Returns: false where the owner has no other session of this mark.
    public func endSession(marked mark: String, of holder: Session.Holder, but token: Token) throws -> Bool {
        let own = key.digest(.session, token.bytes)
        let (applicant, staff) = holder.ids
        return try database.write {
            let ids = try database.all(
                "SELECT id FROM session WHERE applicant IS \(applicant) AND staff IS \(staff)"
            ) { $0.bytes(0) }
            guard let id = ids.first(where: { $0 != own && Self.mark(of: $0) == mark }) else { return false }
            try database.run("DELETE FROM session WHERE id = \(id)")
            return true
        }
    }

    /// Ends all sessions of somebody but one; within a transaction or outside.
    public func endSessions(of holder: Session.Holder, but token: Token) throws {
        let own = key.digest(.session, token.bytes)
        let (applicant, staff) = holder.ids
        try database.run(
            "DELETE FROM session WHERE applicant IS \(applicant) AND staff IS \(staff) AND id <> \(own)")
    }

    private static func mark(of id: [UInt8]) -> String { Hexadecimal.encode(id.prefix(8)) }
}

extension Session.Holder {
    /// As the columns of a session name the holder: one of the two is nil.
    fileprivate var ids: (applicant: Int?, staff: Int?) {
        switch self {
        case .applicant(let applicant): (applicant.id, nil)
        case .staff(let member): (nil, member.id)
        }
    }
}
