/// One of somebody's sessions that are still good, as its owner sees it.
public struct OpenSession: Equatable, Sendable {
    /// Names it among the owner's sessions, and is worth nothing to anybody else: 16 hexadecimal digits.
    public let mark: String
    /// UTC seconds of the login.
    public let started: Int
    /// UTC seconds of the last request, to the minute.
    public let seen: Int
    /// Whether it is the session in which the list is shown.
    public let isOwn: Bool

    /// A session of a list.
    public init(mark: String, started: Int, seen: Int, isOwn: Bool) {
        self.mark = mark
        self.started = started
        self.seen = seen
        self.isOwn = isOwn
    }
}
