import Desk
import SQLite
import Secrets

/// What a citizen typed into the form of a new letter is kept in the browser, sealed for the mobile number: it outlives the
/// session and costs no table, and whoever logs in with another number cannot open it.
extension Store {
    /// The most bytes of text that are kept: with them a cookie stays below the 4,096 that browsers take.
    private static let draftLimit = 2_000
    private static let separator: UInt8 = 0x1f

    /// The sealed draft; nil for one that is too long to be kept.
    public func sealed(_ draft: LetterDraft, of mobile: MobileNumber) -> String? {
        let fields = [draft.sender, draft.senderKind?.rawValue ?? "", draft.unit, draft.subject]
        let bytes = Array(fields.map { Array($0.utf8) }.joined(separator: [Self.separator]))
        guard bytes.count <= Self.draftLimit else { return nil }
        return Base64URL.encode(key.seal(bytes, for: .draft, context: Array(mobile.e164.utf8)))
    }

    /// The draft that `sealed(_:of:)` gave for this very number; nil for anything else.
    public func draft(sealed text: String, of mobile: MobileNumber) -> LetterDraft? {
        guard let sealed = Base64URL.decode(text, limit: 4_096),
            let bytes = key.open(sealed, for: .draft, context: Array(mobile.e164.utf8))
        else { return nil }
        let fields = bytes.split(separator: Self.separator, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 4 else { return nil }
        return LetterDraft(
            sender: fields[0], senderKind: SenderKind(rawValue: fields[1]), unit: fields[2], subject: fields[3])
    }

    /// What a browser encrypts with that keeps a draft on its device: whoever logs in with another number gets another key.
    public func draftKey(of mobile: MobileNumber) -> String {
        Base64URL.encode(key.digest(.deviceDraft, Array(mobile.e164.utf8)))
    }

    /// Whose session a token was, even if it has ended by the clock; nil after signing out.
    public func formerHolder(of token: Token) throws -> MobileNumber? {
        let id = key.digest(.session, token.bytes)
        return try database.first(
            """
            SELECT applicant.mobile FROM session JOIN applicant ON applicant.id = session.applicant
            WHERE session.id = \(id)
            """
        ) { MobileNumber(stored: $0.text(0)) }
    }
}
