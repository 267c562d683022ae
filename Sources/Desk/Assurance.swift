/// What a browser has shown for a code to be sent: that a person, or some work, stands behind the wish.
public enum Assurance: Int, Comparable, Sendable {
    /// Nothing: the portal asks for nothing.
    case none
    /// The security code, or the proof of work that takes its place.
    case usual
    /// The longer code, or the greater work, that is asked for after many wishes from one address.
    case harder

    /// By how much is shown.
    public static func < (left: Assurance, right: Assurance) -> Bool { left.rawValue < right.rawValue }
}
