/// A notice that stands on top of every page, for a time or for good.
public struct PortalNotice: Equatable, Sendable {
    /// How much it matters.
    public enum Weight: String, CaseIterable, Sendable {
        /// Good to know.
        case info
        /// Something does not work as usual.
        case warning
    }

    /// See `Weight`.
    public var weight = Weight.info
    /// The moment from which on it is shown, in UTC seconds; 0 for at once.
    public var from = 0
    /// The moment from which on it is no longer shown, in UTC seconds; `never` for none.
    public var until = never
    /// What it says in each language, as markup that cmark-gfm has made in its safe mode.
    public var markup = LocalizedText()

    /// Later than any moment that a config can name: the year 10000.
    public static let never = 253_402_300_800

    /// A notice that says nothing.
    public init() {}

    /// Whether it is shown at a moment, in UTC seconds.
    public func isCurrent(at moment: Int) -> Bool { from <= moment && moment < until }
}
