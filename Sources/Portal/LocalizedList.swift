/// A list of texts in each of the portal's languages.
public struct LocalizedList: Equatable, Sendable {
    /// The Persian texts.
    public var persian: [String]
    /// The English texts.
    public var english: [String]

    /// Lists in both languages.
    public init(persian: [String] = [], english: [String] = []) {
        self.persian = persian
        self.english = english
    }

    /// Whether there is nothing in any language.
    public var isEmpty: Bool { persian.isEmpty && english.isEmpty }

    /// The texts in one language.
    public subscript(language: Language) -> [String] {
        get { language == .persian ? persian : english }
        set { if language == .persian { persian = newValue } else { english = newValue } }
    }
}
