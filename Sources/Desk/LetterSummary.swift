/// What a citizen's desk shows of one of their own letters.
public struct LetterSummary: Equatable, Sendable {
    /// The number of the registration.
    public let id: Int
    /// The unit's title as it was on the day of registration.
    public let unitTitle: String
    /// The subject.
    public let subject: String
    /// UTC seconds.
    public let registered: Int
    /// Where the review stands.
    public let state: ReviewState

    /// A letter as stored.
    public init(id: Int, unitTitle: String, subject: String, registered: Int, state: ReviewState) {
        self.id = id
        self.unitTitle = unitTitle
        self.subject = subject
        self.registered = registered
        self.state = state
    }
}

extension Letter {
    /// The part of it that a desk shows.
    public var summary: LetterSummary {
        LetterSummary(id: id, unitTitle: unitTitle, subject: subject, registered: registered, state: state)
    }
}
