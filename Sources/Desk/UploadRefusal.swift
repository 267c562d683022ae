/// Why an upload is not taken, whatever is in it: a quota is used up, or the disk is nearly full.
public enum UploadRefusal: Error, Equatable, Sendable {
    /// The number has sent what it may; there is room for this upload again after so many seconds.
    case number(retryAfter: Int)
    /// The network has sent what it may in an hour.
    case network(retryAfter: Int)
    /// The whole portal has received what it may in a day.
    case portal(retryAfter: Int)
    /// Less free space would be left than the floor; nobody knows for how long.
    case storageLow

    /// Seconds after which another try makes sense.
    public var retryAfter: Int {
        switch self {
        case .number(let seconds), .network(let seconds), .portal(let seconds): seconds
        case .storageLow: 3_600
        }
    }
}

/// The allowance of an applicant: so many bytes in a window that moves with the clock.
public struct UploadQuota: Sendable {
    /// Seconds of the window: 30 days.
    public static let window = 30 * 86_400

    /// What the applicant has sent: UTC seconds and bytes of each letter, oldest first.
    private let sent: [(at: Int, bytes: Int)]

    /// The allowance after what was sent; letters before the window count no more.
    public init(sent: [(at: Int, bytes: Int)]) { self.sent = sent }

    /// For how many seconds an upload must wait until it fits; nil where it fits now.
    ///
    /// An upload that is larger than the whole allowance waits for a whole window, each time.
    public func wait(for bytes: Int, limit: Int, now: Int) -> Int? {
        let counted = sent.filter { $0.at > now - Self.window }
        var used = counted.reduce(0) { $0 + $1.bytes }
        if used + bytes <= limit { return nil }
        for letter in counted {
            used -= letter.bytes
            if used + bytes <= limit { return max(1, letter.at + Self.window - now) }
        }
        return Self.window
    }
}
