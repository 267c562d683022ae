/// نامه: one submission of a citizen to a unit.
public struct Letter: Equatable, Sendable {
    /// The number of the registration, which the receipt shows.
    public let id: Int
    /// Who sent it.
    public let applicant: Applicant
    /// The sender's name as typed.
    public let sender: String
    /// Who signed it.
    public let senderKind: SenderKind
    /// The id of the unit.
    public let unit: String
    /// The unit's title as it was on the day of registration.
    public let unitTitle: String
    /// The subject.
    public let subject: String
    /// UTC seconds.
    public let registered: Int
    /// Where the review stands.
    public let state: ReviewState
    /// The code of the language in which messages about the letter are written.
    public let language: String

    /// A letter as stored.
    public init(
        id: Int, applicant: Applicant, sender: String, senderKind: SenderKind, unit: String, unitTitle: String,
        subject: String, registered: Int, state: ReviewState, language: String
    ) {
        self.id = id
        self.applicant = applicant
        self.sender = sender
        self.senderKind = senderKind
        self.unit = unit
        self.unitTitle = unitTitle
        self.subject = subject
        self.registered = registered
        self.state = state
        self.language = language
    }
}
