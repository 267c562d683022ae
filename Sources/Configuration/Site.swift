import Desk
import JSON5
import Portal
import Secrets
import SecurityCode
import Source

/// Everything that an administrator edits, read and checked.
public struct Site: Sendable {
    /// What the config says.
    public var settings: PortalSettings
    /// `PISHKHAN_HOME` as the config names it.
    public let home: String
    /// The units, in the order of their file.
    public var units: [PortalUnit]
    /// The file or folder of the units, for messages.
    public let unitsPath: String
    /// The text of the units file, where it is one JSON5 file about which there is nothing to say.
    public let unitsList: ReadList?
    /// The forms that units offer, by their paths as the units file has them.
    public let forms: [String: [UInt8]]
    /// The text catalogues.
    public let texts: [Language: StringTable]
    /// The pages of text.
    public let pages: [SitePage]
    /// The news of each language, newest first.
    public let news: [Language: [SiteNews]]
    /// The pictures beside the pages, by their paths below the pages' folder.
    public let pictures: [String: SitePicture]
    /// The notices, in the order of the config.
    public let notices: [SiteNotice]
    /// Old paths and where they lead, in the order of their names.
    public let redirects: [SiteRedirect]
    /// Whom to tell of holes in the portal's security; nil where the config names nobody.
    public let security: SecurityContact?
    /// The links at the top of every page.
    public let menu: [MenuEntry]
    /// The theme.
    public let theme: Theme
    /// The digits as they are said; empty where no security code is asked for.
    public let sounds: [Language: DigitRecordings]
    /// The passwords that nobody of the staff may choose.
    public let refusedPasswords: PasswordList
    /// What is worth mending, though the site can be used as it is.
    public internal(set) var warnings: [Problem] = []

    /// The page of a name in a language.
    public func page(_ name: String, _ language: Language) -> SitePage? {
        pages.first { $0.name == name && $0.language == language }
    }
}

/// Reads a whole site; all mistakes of all its files are reported together, with the warnings among them.
///
/// - Parameters:
///   - path: the config file.
///   - known: what is known of the units file from an earlier reading.
///   - tell: told of each file and folder that was looked into, whatever the outcome, so that changes can be waited for.
public func readSite(
    config path: String, beside known: KnownUnits? = nil, telling tell: (String) -> Void = { _ in }
) throws(SiteFault) -> Site {
    let noted = Noted()
    defer { noted.places.forEach(tell) }
    guard var site = readSite(config: path, beside: known, noting: noted), !noted.hasErrors else {
        throw SiteFault(noted.problems)
    }
    site.warnings = noted.problems
    return site
}

/// The home as a config names it, whatever else is wrong in it; nil where it cannot be read.
public func homeNamed(inConfig path: String) -> String? {
    PortalConfig.read(path, noting: Noted()).map { SiteFiles.resolve($0.home, from: folder(of: path)) }
}

private func folder(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
}

/// Reads a site and notes all mistakes; nil where they leave nothing to go on with.
private func readSite(config path: String, beside known: KnownUnits?, noting noted: Noted) -> Site? {
    let folder = folder(of: path)
    // Without the config nothing says where the other files are.
    guard let config = PortalConfig.read(path, noting: noted) else { return nil }
    noted.siteFolder = folder
    let place = { (name: String) in SiteFiles.resolve(name, from: folder) }
    let isRight = { (key: String) in !config.wrong.contains(key) }
    let terms = UnitTerms(config, folder: folder)
    let units =
        isRight("units") ? readUnits(place(config.units), by: terms, beside: known, noting: noted) : ReadUnits.none
    var texts: [Language: StringTable] = [:]
    var pages: [SitePage] = []
    var news: [Language: [SiteNews]] = [:]
    var pagesAreWhole = isRight("pages")
    var sounds: [Language: DigitRecordings] = [:]
    for language in config.languages {
        let code = language.rawValue
        if isRight("texts") {
            texts[language] = readTexts(place(config.texts) + "/\(code).json5", language: language, noting: noted)
        }
        if isRight("pages") {
            let before = noted.problems.count
            let folder = place(config.pages) + "/\(code)"
            pages += readPages(folder, language: language, noting: noted)
            pagesAreWhole = pagesAreWhole && noted.problems.count == before
            news[language] = readNews(folder + "/news", language: language, noting: noted)
        }
        if isRight("sounds"), isRight("login"), config.settings.securityCode == .image {
            sounds[language] = readSounds(place(config.sounds) + "/\(code)", noting: noted)
        }
    }
    let pictures =
        isRight("pages") ? readPictures(place(config.pages), languages: config.languages, noting: noted) : [:]
    if pagesAreWhole, isRight("menu"), isRight("languages") {
        checkMenu(config.menu, pages: pages, languages: config.languages, noting: noted)
    }
    let refused = config.refusedPasswords.flatMap {
        isRight("staff") ? bytes(place($0), most: .max, noting: noted) : nil
    }
    guard isRight("theme"),
        let theme = readTheme(
            config.theme.map { .folder(place($0)) } ?? .builtIn, look: isRight("look") ? config.look : Look(),
            noting: noted, place: place)
    else { return nil }
    return Site(
        settings: config.settings, home: place(config.home), units: units.units, unitsPath: place(config.units),
        unitsList: units.list, forms: units.forms, texts: texts, pages: pages, news: news, pictures: pictures,
        notices: config.siteNotices, redirects: config.siteRedirects, security: config.security, menu: config.menu,
        theme: theme, sounds: sounds,
        refusedPasswords: PasswordList(lines: refused ?? []))
}
