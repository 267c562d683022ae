/// What a worker has done in one go.
public struct Summary: Equatable, Sendable {
    /// Messages that a gateway has taken.
    public var sent = 0
    /// Messages that could not be sent and are tried again later.
    public var postponed = 0
    /// Messages that will never be sent.
    public var failed = 0
    /// Uploads without a letter that were deleted.
    public var swept = 0
    /// Letters that were found clean and left the quarantine.
    public var released = 0
    /// Letters that were rejected because malware was found.
    public var infected = 0

    /// Nothing done yet.
    public init() {}
}
