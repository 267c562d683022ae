/// Who is signed in, and since when.
public struct Session: Equatable, Sendable {
    /// Whose session it is; rights come from here only.
    public enum Holder: Equatable, Sendable {
        case applicant(Applicant)
        case staff(StaffMember)
    }

    /// Whose session it is.
    public let holder: Holder
    /// UTC seconds of the login.
    public let started: Int
    /// UTC seconds of the last request, to the minute.
    public let seen: Int

    /// A session as stored.
    public init(holder: Holder, started: Int, seen: Int) {
        self.holder = holder
        self.started = started
        self.seen = seen
    }

    /// Seconds after a login within which it counts as proof of who acts, for changes of how one logs in.
    public static let freshness = 30 * 60

    /// Whether the login is so recent that nobody need log in again before such a change.
    public func isFresh(at now: Int) -> Bool { now - started < Self.freshness }

    /// How often `seen` is written at most, in seconds: so reading pages costs no commit.
    public static let seenPrecision = 60

    /// Whether the session is still good at `now`. One that began after it is of a clock that was ahead, and over.
    public func isLive(at now: Int, limits: Limits) -> Bool {
        let (idle, whole) =
            switch holder {
            case .applicant: (limits.sessionIdle, limits.sessionWhole)
            case .staff: (limits.staffSessionIdle, limits.staffSessionWhole)
            }
        return now - seen < idle && now - started < whole
            && max(started, seen) <= ClockTolerance.latest(now: now)
    }
}
