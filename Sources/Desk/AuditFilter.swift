/// Which lines of the audit are asked for; all conditions must hold.
public struct AuditFilter: Equatable, Sendable {
    /// The letter that they are about.
    public var letter: Int?
    /// The name of the account that acted.
    public var person: String?
    /// UTC seconds, from this one on.
    public var since: Int?
    /// UTC seconds, up to before this one.
    public var until: Int?

    /// All lines.
    public init() {}
}
