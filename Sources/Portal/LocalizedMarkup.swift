/// Markup in each of the portal's languages, in UTF-8, as the build has made it.
public struct LocalizedMarkup: Equatable, Sendable {
    /// The Persian markup; may be empty.
    public var persian: [UInt8]
    /// The English markup; may be empty.
    public var english: [UInt8]

    /// Markup in both languages.
    public init(persian: [UInt8] = [], english: [UInt8] = []) {
        self.persian = persian
        self.english = english
    }

    /// The markup in one language.
    public subscript(language: Language) -> [UInt8] {
        get { language == .persian ? persian : english }
        set { if language == .persian { persian = newValue } else { english = newValue } }
    }
}
