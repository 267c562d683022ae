import Desk
import SQLite

/// How a printed letter is known again.
///
/// A letter's verification code is the beginning of the id of its form: a keyed hash of a random value, made once at the
/// registration and kept with the letter. It can be neither guessed nor derived from anything that is known outside; it is
/// unique and has an index; every letter has one, those of earlier versions too; the audit's seal covers it; and since
/// the stored bytes count, not the key, it outlives a new key and comes back with a backup. Whoever has a code cannot send
/// the form again with it: a form is known by the value that was hashed.
extension Store {
    /// The code of a letter that exists.
    public func verificationCode(of letter: Letter) throws -> VerificationCode? {
        try database.first("SELECT submission FROM letter WHERE id = \(letter.id)") {
            VerificationCode(beginningOf: $0.bytes(0))
        } ?? nil
    }

    /// What may be told of the letter with a code; nil where there is none.
    public func attestation(of code: VerificationCode) throws -> LetterAttestation? {
        let last = code.bytes + [UInt8](repeating: 0xff, count: 32 - VerificationCode.length)
        return try database.first(
            """
            SELECT id, registered, state, decided, letterNumber FROM letter
            WHERE submission BETWEEN \(code.bytes) AND \(last)
            """
        ) { row in
            let state: LetterAttestation.State? =
                switch ReviewState.Name(rawValue: row.text(2)) {
                case nil: nil
                case .underReview: .underReview
                case .accepted: .accepted(letterNumber: row.text(4), at: row.int(3))
                case .rejected: .rejected(at: row.int(3))
                }
            return state.map { LetterAttestation(id: row.int(0), registered: row.int(1), state: $0) }
        } ?? nil
    }
}
