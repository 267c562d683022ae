/// A language that pages exist in.
public enum Language: String, CaseIterable, Sendable {
    case persian = "fa"
    case english = "en"

    /// The value of the `dir` attribute.
    public var direction: String { self == .persian ? "rtl" : "ltr" }

    /// The language's own name for itself.
    public var ownName: String { self == .persian ? "فارسی" : "English" }
}

/// A text in each of the portal's languages.
public struct LocalizedText: Equatable, Sendable {
    /// The Persian text; empty where the portal has no Persian pages.
    public var persian: String
    /// The English text; empty where the portal has no English pages.
    public var english: String

    /// A text in both languages.
    public init(persian: String = "", english: String = "") {
        self.persian = persian
        self.english = english
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        get { language == .persian ? persian : english }
        set { if language == .persian { persian = newValue } else { english = newValue } }
    }
}
