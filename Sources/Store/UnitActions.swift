import Desk
import SQLite

/// What unit clerks do with accepted letters; each with its event and its message in one transaction.
extension Store {
    /// Records a status that the citizen reads. One that says what the latest event says already, from the same member of
    /// the staff, is the same form sent twice, and is recorded once.
    ///
    /// - Throws: `StaffFault`.
    public func addStatus(
        _ text: String, to id: Int, by member: StaffMember, now: Int, message: (_ letter: Letter) throws -> Message
    ) throws {
        try database.write {
            let letter = try letterForAction(id, by: member)
            guard try !isLatest(text, of: id, by: member) else { return }
            try addEvent(.statusAdded, letter: id, by: member, text: text, now: now)
            try enqueue(try message(letter), now: now)
        }
        wakeWorker()
    }

    /// Replies with a document. The same document with the same words, sent again, is the same reply.
    ///
    /// - Parameter upload: the reply, whose kind has been checked.
    /// - Throws: `StaffFault`.
    public func reply(
        to id: Int, text: String, upload: inout IncomingDocument, by member: StaffMember, now: Int,
        message: (_ letter: Letter) throws -> Message
    ) throws {
        _ = try letterForAction(id, by: member)
        guard try !isReply(text, hash: upload.hash, to: id) else { return }
        let kept = try keep(&upload, role: .reply)
        try database.write {
            let letter = try letterForAction(id, by: member)
            // Asked again within the transaction: the same form may be under way twice. Whoever comes second leaves a file
            // without a row, which is swept.
            guard try !isReply(text, hash: upload.hash, to: id) else { return }
            let number = try add(kept, to: id)
            try addEvent(.replied, letter: id, by: member, text: text, document: number, now: now)
            try enqueue(try message(letter), now: now)
        }
        wakeWorker()
    }

    private func isLatest(_ status: String, of letter: Int, by member: StaffMember) throws -> Bool {
        try database.first("SELECT kind, staff, text FROM event WHERE letter = \(letter) ORDER BY id DESC LIMIT 1") {
            $0.text(0) == Event.Kind.statusAdded.rawValue && $0.int(1) == member.id && $0.text(2) == status
        } ?? false
    }

    private func isReply(_ text: String, hash: [UInt8], to letter: Int) throws -> Bool {
        try database.first(
            """
            SELECT 1 FROM document JOIN event ON event.letter = document.letter AND event.document = document.number
            WHERE document.letter = \(letter) AND document.role = 'reply' AND document.hash = \(hash)
                AND event.text = \(text)
            """
        ) { _ in true } ?? false
    }

    private func letterForAction(_ id: Int, by member: StaffMember) throws -> Letter {
        guard let letter = try letter(id, visibleTo: member) else { throw StaffFault.notAllowed }
        try letter.requireAction(by: member)
        return letter
    }
}
