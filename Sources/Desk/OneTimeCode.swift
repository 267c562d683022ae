/// How a try of a one-time code ended.
public enum CodeTry: Equatable, Sendable {
    /// The code was right; it cannot be used again.
    case right(MobileNumber)
    /// The code was wrong; so many tries are left, at least 1.
    case wrong(triesLeft: Int)
    /// The code is too old, used, tried too often, or was never sent to this browser.
    case expired
}

/// Why no code is sent.
public enum CodeRefusal: Error, Equatable, Sendable {
    /// One of the limits is reached; another code can be sent after so many seconds.
    case tooMany(retryAfter: Int)
    /// Too many wishes have come from the address: one more needs the harder security code.
    case harderCodeNeeded
}
