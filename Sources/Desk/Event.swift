/// One line of a letter's history, or of the audit: who did what, and when.
public struct Event: Equatable, Sendable {
    /// What was done.
    public enum Kind: String, CaseIterable, Sendable {
        case registered, accepted, rejected, statusAdded, replied
        case scanned, malwareFound
        case staffAdded, staffSignedIn, staffSignInFailed, passwordChanged
        case staffDisabled, staffEnabled, staffReset
        case authenticatorAdded, authenticatorRemoved, authenticatorReset, recoveryCodesRenewed, recoveryCodeUsed
        case keyRenewed
    }

    /// The database's number; later events have greater ones.
    public let id: Int
    /// The letter, unless the event is about an account.
    public let letter: Int?
    /// UTC seconds.
    public let at: Int
    /// What was done.
    public let kind: Kind
    /// The account's name, or nil where the applicant or the system did it.
    public let staff: String?
    /// The reason, status, reply's text or signature of malware; else empty.
    public let text: String
    /// The number of the reply's document, or of the one in which malware was found.
    public let document: Int?

    /// An event as stored.
    public init(id: Int, letter: Int?, at: Int, kind: Kind, staff: String?, text: String, document: Int?) {
        self.id = id
        self.letter = letter
        self.at = at
        self.kind = kind
        self.staff = staff
        self.text = text
        self.document = document
    }
}
