import Desk
import SQLite
import Secrets

/// What reviewers decide. Each decision, its event and its messages are one transaction; the letter is read again inside
/// it, so that of two reviewers at once one wins and the other is told.
extension Store {
    /// Accepts a letter: it gets number, date and tracking code, and goes to its unit.
    ///
    /// - Parameters:
    ///   - year: the year of `now` in the portal's calendar; numbers count from 1 in each.
    ///   - messages: those that tell the applicant and the unit.
    /// - Throws: `StaffFault`.
    public func accept(
        _ id: Int, by member: StaffMember, numbering: LetterNumbering, year: Int, now: Int,
        messages: (_ letter: Letter, _ acceptance: Acceptance) throws -> [Message]
    ) throws {
        try database.write {
            let letter = try letterForReview(id, by: member)
            let sequence =
                try database.first(
                    """
                    INSERT INTO letterCounter (year, last) VALUES (\(year), 1)
                    ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last
                    """
                ) { $0.int(0) } ?? 1
            let acceptance = Acceptance(
                letterNumber: numbering.number(year: year, sequence: sequence, unit: letter.unit),
                trackingCode: try unusedTrackingCode(), at: now)
            try database.run(
                """
                UPDATE letter SET state = 'accepted', decided = \(now), letterNumber = \(acceptance.letterNumber),
                    trackingCode = \(acceptance.trackingCode.digits), year = \(year), sequence = \(sequence)
                WHERE id = \(id)
                """)
            try addEvent(.accepted, letter: id, by: member, text: acceptance.letterNumber, now: now)
            for message in try messages(letter, acceptance) { try enqueue(message, now: now) }
        }
        wakeWorker()
    }

    /// Rejects a letter with a reason that the citizen reads.
    ///
    /// - Throws: `StaffFault`.
    public func reject(
        _ id: Int, by member: StaffMember, reason: String, now: Int,
        message: (_ letter: Letter, _ rejection: Rejection) throws -> Message
    ) throws {
        try database.write {
            let letter = try letterForReview(id, by: member)
            try database.run(
                "UPDATE letter SET state = 'rejected', decided = \(now), reason = \(reason) WHERE id = \(id)")
            try addEvent(.rejected, letter: id, by: member, text: reason, now: now)
            try enqueue(try message(letter, Rejection(reason: reason, at: now)), now: now)
        }
        wakeWorker()
    }

    private func letterForReview(_ id: Int, by member: StaffMember) throws -> Letter {
        guard let letter = try letter(id, visibleTo: member) else { throw StaffFault.notAllowed }
        try letter.requireReview(by: member)
        return letter
    }

    private func unusedTrackingCode() throws -> TrackingCode {
        while true {
            guard let code = TrackingCode(random: Random.digits(TrackingCode.length - 1)) else { continue }
            let isUsed = try database.first("SELECT 1 FROM letter WHERE trackingCode = \(code.digits)") { _ in true }
            if isUsed == nil { return code }
        }
    }
}
