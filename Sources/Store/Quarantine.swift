import Desk
import SQLite

/// Letters that were registered while the scanner gave no verdict. The applicant sees them under review, the staff do not
/// see them at all: each of their queries asks for `unscanned = 0`.
extension Store {
    /// The letters in quarantine, oldest first.
    ///
    /// - Parameter after: the last letter of the ones before; 0 for the first ones.
    public func quarantinedLetters(after id: Int, limit: Int) throws -> [Letter] {
        try select("state = 'underReview' AND unscanned = 1 AND letter.id > \(id) ORDER BY letter.id LIMIT \(limit)")
    }

    /// How many letters are in quarantine.
    public func quarantinedCount() throws -> Int {
        try database.first("SELECT count(*) FROM letter WHERE state = 'underReview' AND unscanned = 1") { $0.int(0) }
            ?? 0
    }

    /// All documents of a letter have been found clean: from now on reviewers see it.
    public func releaseFromQuarantine(_ letter: Letter, now: Int) throws {
        try database.write {
            try database.run("UPDATE letter SET unscanned = 0 WHERE id = \(letter.id) AND unscanned = 1")
            guard database.changes == 1 else { return }
            try addEvent(.scanned, letter: letter.id, by: nil, now: now)
        }
    }

    /// Malware was found in documents of a letter: the system rejects it, and keeps the letter without them.
    ///
    /// - Parameters:
    ///   - infected: the documents, each with the signature's name.
    ///   - reason: what the applicant reads.
    ///   - message: the message that tells the applicant.
    public func rejectFromQuarantine(
        _ letter: Letter, infected: [(document: LetterDocument, signature: String)], reason: String, now: Int,
        message: (_ letter: Letter, _ rejection: Rejection) throws -> Message
    ) throws {
        let isRejected = try database.write { () -> Bool in
            try database.run(
                """
                UPDATE letter SET state = 'rejected', decided = \(now), reason = \(reason), unscanned = 0
                WHERE id = \(letter.id) AND unscanned = 1
                """)
            guard database.changes == 1 else { return false }
            for (document, signature) in infected {
                try database.run(
                    "UPDATE document SET removed = 1 WHERE letter = \(letter.id) AND number = \(document.number)")
                try addEvent(
                    .malwareFound, letter: letter.id, by: nil, text: signature, document: document.number, now: now)
            }
            try addEvent(.rejected, letter: letter.id, by: nil, text: reason, now: now)
            try enqueue(try message(letter, Rejection(reason: reason, at: now)), now: now)
            return true
        }
        guard isRejected else { return }
        // Nobody is shown them any more, for certain; a file that cannot be deleted now is swept later.
        for (document, _) in infected { FileSystem.remove(folder.documents + "/" + document.path) }
        wakeWorker()
    }

    /// Malware was found in an upload, of which nothing is kept. It stands in the audit, not in a letter's history.
    ///
    /// - Parameter member: who sent it, if not a citizen.
    public func recordMalware(_ signature: String, by member: StaffMember? = nil, now: Int) throws {
        try database.write { try addEvent(.malwareFound, letter: nil, by: member, text: signature, now: now) }
    }
}
