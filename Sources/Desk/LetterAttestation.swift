/// What is told of a letter to whoever holds a print of it: that it exists, its numbers, its days and its state. Who sent
/// it, to whom and about what is not in it.
public struct LetterAttestation: Equatable, Sendable {
    /// The letter's state, without the reason of a rejection.
    public enum State: Equatable, Sendable {
        case underReview
        /// With the letter number, at UTC seconds.
        case accepted(letterNumber: String, at: Int)
        /// At UTC seconds.
        case rejected(at: Int)
    }

    /// The number of the registration.
    public let id: Int
    /// UTC seconds.
    public let registered: Int
    /// Where the review stands.
    public let state: State

    /// What is told of a letter.
    public init(id: Int, registered: Int, state: State) {
        self.id = id
        self.registered = registered
        self.state = state
    }
}
