import Desk
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
    public let units: [PortalUnit]
    /// The text catalogues.
    public let texts: [Language: StringTable]
    /// The pages of text.
    public let pages: [SitePage]
    /// The news of each language, newest first.
    public let news: [Language: [SiteNews]]
    /// The notices, in the order of the config.
    public let notices: [SiteNotice]
    /// Old paths and where they lead, in the order of their names.
    public let redirects: [SiteRedirect]
    /// Whom to tell of holes in the portal's security; nil where the config names nobody.
    public let security: SecurityContact?
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
/// - Parameter path: the config file.
public func readSite(config path: String) throws(SiteFault) -> Site {
    let noted = Noted()
    guard var site = readSite(config: path, noting: noted), !noted.hasErrors else {
        throw SiteFault(noted.problems)
    }
    site.warnings = noted.problems
    return site
}

/// Reads a site and notes all mistakes; nil where they leave nothing to go on with.
private func readSite(config path: String, noting noted: Noted) -> Site? {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    // Without the config nothing says where the other files are.
    guard let config = PortalConfig.read(path, noting: noted) else { return nil }
    let place = { (name: String) in SiteFiles.resolve(name, from: folder) }
    let isRight = { (key: String) in !config.wrong.contains(key) }
    let units =
        isRight("units") ? readUnits(place(config.units), languages: config.languages, noting: noted) : []
    var texts: [Language: StringTable] = [:]
    var pages: [SitePage] = []
    var news: [Language: [SiteNews]] = [:]
    var sounds: [Language: DigitRecordings] = [:]
    for language in config.languages {
        let code = language.rawValue
        if isRight("texts") {
            texts[language] = readTexts(place(config.texts) + "/\(code).json5", language: language, noting: noted)
        }
        if isRight("pages") {
            let folder = place(config.pages) + "/\(code)"
            pages += readPages(folder, language: language, noting: noted)
            news[language] = readNews(folder + "/news", language: language, noting: noted)
        }
        if isRight("sounds"), isRight("login"), config.settings.securityCode == .image {
            sounds[language] = readSounds(place(config.sounds) + "/\(code)", noting: noted)
        }
    }
    let refused = config.refusedPasswords.flatMap { isRight("staff") ? bytes(place($0), noting: noted) : nil }
    guard isRight("theme"), let theme = readTheme(place(config.theme), noting: noted) else { return nil }
    return Site(
        settings: config.settings, home: place(config.home), units: units, texts: texts, pages: pages, news: news,
        notices: config.siteNotices, redirects: config.siteRedirects, security: config.security, theme: theme,
        sounds: sounds, refusedPasswords: PasswordList(lines: refused ?? []))
}
