import Desk
import SQLite

/// What unit clerks do with accepted letters; each with its event and its message in one transaction.
extension Store {
    /// Records a status that the citizen reads.
    ///
    /// - Throws: `StaffFault`.
    public func addStatus(
        _ text: String, to id: Int, by member: StaffMember, now: Int, message: (_ letter: Letter) throws -> Message
    ) throws {
        try database.write {
            let letter = try letterForAction(id, by: member)
            try addEvent(.statusAdded, letter: id, by: member, text: text, now: now)
            try enqueue(try message(letter), now: now)
        }
        wakeWorker()
    }

    /// Replies with a document.
    ///
    /// - Parameter upload: the reply, whose kind has been checked.
    /// - Throws: `StaffFault`.
    public func reply(
        to id: Int, text: String, upload: IncomingDocument, by member: StaffMember, now: Int,
        message: (_ letter: Letter) throws -> Message
    ) throws {
        var uploads = [upload]
        let kept = try keep(&uploads) { _ in .reply }
        try database.write {
            let letter = try letterForAction(id, by: member)
            for document in kept {
                let number = try add(document, to: id)
                try addEvent(.replied, letter: id, by: member, text: text, document: number, now: now)
            }
            try enqueue(try message(letter), now: now)
        }
        wakeWorker()
    }

    private func letterForAction(_ id: Int, by member: StaffMember) throws -> Letter {
        guard let letter = try letter(id, visibleTo: member) else { throw StaffFault.notAllowed }
        try letter.requireAction(by: member)
        return letter
    }
}
