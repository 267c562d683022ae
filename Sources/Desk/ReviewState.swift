/// Where a letter's review stands.
public enum ReviewState: Equatable, Sendable {
    /// در حال بررسی, blue.
    case underReview
    /// تایید شده, green.
    case accepted(Acceptance)
    /// رد شده, red.
    case rejected(Rejection)

    /// The names that the database and the pages' `data-state` use.
    public enum Name: String, CaseIterable, Sendable {
        case underReview, accepted, rejected
    }

    /// The state without its particulars.
    public var name: Name {
        switch self {
        case .underReview: .underReview
        case .accepted: .accepted
        case .rejected: .rejected
        }
    }
}

/// What a letter gets when it is accepted.
public struct Acceptance: Equatable, Sendable {
    /// شماره نامه, by the portal's pattern.
    public let letterNumber: String
    /// شماره پیگیری.
    public let trackingCode: TrackingCode
    /// تاریخ ثبت, UTC seconds.
    public let at: Int

    /// An acceptance.
    public init(letterNumber: String, trackingCode: TrackingCode, at: Int) {
        self.letterNumber = letterNumber
        self.trackingCode = trackingCode
        self.at = at
    }
}

/// Why and when a letter was rejected.
public struct Rejection: Equatable, Sendable {
    /// The reason that the citizen reads.
    public let reason: String
    /// UTC seconds.
    public let at: Int

    /// A rejection.
    public init(reason: String, at: Int) {
        self.reason = reason
        self.at = at
    }
}
