import Desk
import SQLite
import Secrets

extension Store {
    /// The stored form of a form's hidden value, bound to the applicant who sends it.
    private func submissionID(_ submission: Token, _ applicant: Applicant) -> [UInt8] {
        key.digest(.submission, submission.bytes, Array(String(applicant.id).utf8))
    }

    /// The letter that this form became when it was sent before.
    public func registeredLetter(submission: Token, of applicant: Applicant) throws -> Letter? {
        try letter(submission: submissionID(submission, applicant), of: applicant)
    }

    /// Registers a letter under review: when this returns, letter and documents are on disk, whole.
    ///
    /// The files are made durable first; then letter, documents, event and message are one transaction. A form that is
    /// sent twice, even at once, is one letter.
    ///
    /// - Parameters:
    ///   - uploads: the letter file and its attachments, whose kinds have been checked.
    ///   - isUnscanned: whether the letter waits in quarantine, unseen by the staff.
    ///   - quota: bytes that the applicant may send in `UploadQuota.window`. Counted here once more, for certain: of two
    ///     letters at once each may have found room for itself.
    ///   - language: the code of the language in which messages about the letter are written.
    ///   - message: the message that tells of the registration.
    /// - Throws: `UploadRefusal` where the quota is used up.
    public func register(
        _ draft: LetterDraft, to unit: Unit, from applicant: Applicant, uploads: inout [IncomingDocument],
        submission: Token, language: String, isUnscanned: Bool = false, quota: Int = .max, now: Int,
        message: (_ letter: Letter) throws -> Message
    ) throws -> Letter {
        let kept = try keep(&uploads) { $0.field == LetterDraft.Field.letter.rawValue ? .letter : .attachment }
        let id = submissionID(submission, applicant)
        let registered = try database.write { () -> Letter in
            if let earlier = try self.letter(submission: id, of: applicant) { return earlier }
            try requireRoom(for: kept, from: applicant, quota: quota, now: now)
            try database.run(
                """
                INSERT INTO letter (applicant, submission, sender, senderKind, unit, unitTitle, subject, language, registered,
                    unscanned)
                VALUES (\(applicant.id), \(id), \(draft.sender), \((draft.senderKind ?? .person).rawValue), \(unit.id),
                    \(unit.title), \(draft.subject), \(language), \(now), \(isUnscanned))
                """)
            let letter = Letter(
                id: database.lastInsertedID, applicant: applicant, sender: draft.sender,
                senderKind: draft.senderKind ?? .person, unit: unit.id, unitTitle: unit.title, subject: draft.subject,
                registered: now, state: .underReview, language: language)
            for document in kept { _ = try add(document, to: letter.id) }
            try addEvent(.registered, letter: letter.id, by: nil, now: now)
            try enqueue(try message(letter), now: now)
            return letter
        }
        wakeWorker()
        return registered
    }

    /// The files of a refused letter are taken away at once: nothing refers to them, and the transaction is undone.
    private func requireRoom(for kept: [KeptDocument], from applicant: Applicant, quota: Int, now: Int) throws {
        guard quota < .max else { return }
        let bytes = kept.reduce(0) { $0 + $1.bytes }
        guard let wait = try uploadQuota(of: applicant, now: now).wait(for: bytes, limit: quota, now: now) else {
            return
        }
        for document in kept { FileSystem.remove(folder.documents + "/" + document.path) }
        throw UploadRefusal.number(retryAfter: wait)
    }
}
