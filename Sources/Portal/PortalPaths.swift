/// Where everything is, below the portal's address.
public struct PortalPaths: Sendable {
    private let settings: PortalSettings
    /// The language of the pages that are linked to.
    public let language: Language

    /// The paths of the pages in a language.
    public init(settings: PortalSettings, language: Language) {
        self.settings = settings
        self.language = language
    }

    private var prefix: String { language == settings.languages.first ? "/" : "/\(language.rawValue)/" }

    /// The home page.
    public var home: String { prefix }
    /// The login page.
    public var login: String { prefix + "login/" }
    /// The recipient list.
    public var units: String { prefix + "units/" }
    /// The recipient list by letters, or one of its further pages.
    public func alphabet(_ name: String = "") -> String { prefix + "a-z/" + (name.isEmpty ? "" : name + "/") }
    /// A unit's page.
    public func unit(_ id: String) -> String { prefix + "units/\(id)/" }
    /// The list of the news.
    public var news: String { prefix + "news/" }
    /// A page of that list, from 1.
    public func news(page number: Int) -> String { number == 1 ? news : news + "page-\(number)/" }
    /// The news for feed readers.
    public var newsFeed: String { news + "feed.atom" }
    /// What a phone needs to put the portal among its apps.
    public var manifest: String { prefix + "manifest.json" }
    /// A page of text, by its name.
    public func page(_ name: String) -> String { name == "home" ? prefix : prefix + "\(name)/" }

    /// The recipient list for programs, which is there once for all languages.
    public static let unitList = "/units.json"

    /// A path as it is written for all languages, such as `/guide/`; what is no path of the pages stays as it is.
    public func anywhere(_ path: String) -> String {
        path.hasPrefix("/") && !path.hasPrefix("//") && !isDynamic(path) && path != Self.unitList
            ? prefix + path.dropFirst() : path
    }

    /// Whether a path is the CGI program's.
    public func isDynamic(_ path: String) -> Bool { path.hasPrefix(settings.cgiPath + "/") }

    /// A path of the CGI, such as `/desk`.
    public func dynamic(_ path: String) -> String { settings.cgiPath + path }
    /// The citizen's desk.
    public var desk: String { dynamic("/desk") }
    /// The form of a new letter.
    public var newLetter: String { dynamic("/letters/new") }
    /// The form of a new letter to a unit.
    public func newLetter(to unit: String) -> String { dynamic("/letters/new?unit=\(unit)") }
    /// A letter of the citizen.
    public func letter(_ id: Int) -> String { letters + String(id) }
    /// How the path of each letter's page begins; its number follows.
    public var letters: String { dynamic("/letters/") }
    /// A letter's receipt.
    public func receipt(_ id: Int) -> String { dynamic("/letters/\(id)/receipt") }
    /// A letter's latest status.
    public func status(_ id: Int) -> String { dynamic("/letters/\(id)/status") }
    /// A document of the citizen's letter.
    public func document(_ letter: Int, _ number: Int) -> String { dynamic("/letters/\(letter)/documents/\(number)") }
    /// Where whoever holds a printed letter asks whether it exists.
    public var verify: String { dynamic("/verify") }
    /// A letter in the staff's pages.
    public func staffLetter(_ id: Int) -> String { dynamic("/staff/letters/\(id)") }
    /// A document in the staff's pages.
    public func staffDocument(_ letter: Int, _ number: Int) -> String {
        dynamic("/staff/letters/\(letter)/documents/\(number)")
    }
}
