import Desk
import SQLite

/// What the columns of a letter are, in the order in which `letter(_:of:)` reads them.
private let columns = """
    letter.id, sender, senderKind, unit, unitTitle, subject, registered, state, decided, letterNumber, trackingCode,
    reason, language
    """

extension Store {
    /// An applicant's letters, newest first.
    public func letters(of applicant: Applicant, before id: Int?, limit: Int) throws -> [LetterSummary] {
        // Most letters of a citizen go to few units.
        var unitTitle = ""
        return try database.all(
            """
            SELECT id, unitTitle, subject, registered, state, decided, letterNumber, trackingCode, reason
            FROM letter INDEXED BY letterByApplicant
            WHERE applicant = \(applicant.id) AND id < \(id ?? .max) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            state(row, from: 4).map { state in
                if !row.text(1, is: unitTitle) { unitTitle = row.text(1) }
                return LetterSummary(
                    id: row.int(0), unitTitle: unitTitle, subject: row.text(2), registered: row.int(3), state: state)
            }
        }
    }

    /// A letter of this applicant, or nil for another's and for none alike.
    public func letter(_ id: Int, of applicant: Applicant) throws -> Letter? {
        try select(of: applicant, "applicant = \(applicant.id) AND id = \(id)").first
    }

    /// The applicant's accepted letter with a tracking code.
    public func letter(_ code: TrackingCode, of applicant: Applicant) throws -> Letter? {
        try select(of: applicant, "applicant = \(applicant.id) AND trackingCode = \(code.digits)").first
    }

    /// A letter that this member of the staff may read, or nil for another and for none alike.
    public func letter(_ id: Int, visibleTo member: StaffMember) throws -> Letter? {
        try select("letter.id = \(id) AND unscanned = 0").first { $0.isVisible(to: member) }
    }

    /// The letters that wait for a review, of all units: who has waited longest comes first. Those in quarantine are left
    /// out.
    public func lettersUnderReview(after id: Int?, limit: Int) throws -> [Letter] {
        try select(
            "state = 'underReview' AND unscanned = 0 AND letter.id > \(id ?? 0) ORDER BY letter.id LIMIT \(limit)")
    }

    /// The letters that were decided on in one way, newest first, of all units.
    public func letters(in state: ReviewState.Name, before id: Int?, limit: Int) throws -> [Letter] {
        try select(
            "state = \(state.rawValue) AND letter.id < \(id ?? .max) ORDER BY letter.id DESC LIMIT \(limit)")
    }

    /// The accepted letters of some units, newest first; each unit costs one look-up, however many letters it has.
    public func acceptedLetters(ofUnits units: [String], before id: Int?, limit: Int) throws -> [Letter] {
        let lists = try units.map { unit in
            try select(
                """
                unit = \(unit) AND state = 'accepted' AND letter.id < \(id ?? .max)
                ORDER BY letter.id DESC LIMIT \(limit)
                """)
        }
        return Array(lists.joined().sorted { $0.id > $1.id }.prefix(limit))
    }

    /// The letter that a form has become already, if it was sent before.
    func letter(submission: [UInt8], of applicant: Applicant) throws -> Letter? {
        try select(of: applicant, "applicant = \(applicant.id) AND submission = \(submission)").first
    }

    /// Letters of an applicant who is known already: no other table is asked.
    private func select(of applicant: Applicant, _ condition: SQL) throws -> [Letter] {
        try database.all(condition.following("SELECT \(columns) FROM letter WHERE ")) { row in
            letter(row, of: applicant)
        }
    }

    func select(_ condition: SQL) throws -> [Letter] {
        let sql = condition.following(
            "SELECT \(columns), applicant, mobile FROM letter JOIN applicant ON applicant.id = letter.applicant WHERE ")
        return try database.all(sql) { row in
            letter(row, of: Applicant(id: row.int(13), mobile: MobileNumber(stored: row.text(14))))
        }
    }

    private func letter(_ row: Row, of applicant: Applicant) -> Letter? {
        guard let kind = SenderKind(rawValue: row.text(2)), let state = state(row, from: 7) else { return nil }
        return Letter(
            id: row.int(0), applicant: applicant, sender: row.text(1), senderKind: kind, unit: row.text(3),
            unitTitle: row.text(4), subject: row.text(5), registered: row.int(6), state: state, language: row.text(12))
    }

    /// The state in five columns: its name, when it was decided, number, tracking code, reason.
    private func state(_ row: Row, from column: Int32) -> ReviewState? {
        switch ReviewState.Name.allCases.first(where: { row.text(column, is: $0.rawValue) }) {
        case nil: nil
        case .underReview: .underReview
        case .accepted:
            .accepted(
                Acceptance(
                    letterNumber: row.text(column + 2), trackingCode: TrackingCode(stored: row.text(column + 3)),
                    at: row.int(column + 1)))
        case .rejected: .rejected(Rejection(reason: row.text(column + 4), at: row.int(column + 1)))
        }
    }
}
