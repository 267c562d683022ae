import Desk
import JSON5
import Portal
import Secrets
import SecurityCode

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
    /// The theme.
    public let theme: Theme
    /// The digits as they are said; empty where no security code is asked for.
    public let sounds: [Language: DigitRecordings]
    /// The passwords that nobody of the staff may choose.
    public let refusedPasswords: PasswordList

    /// The page of a name in a language.
    public func page(_ name: String, _ language: Language) -> SitePage? {
        pages.first { $0.name == name && $0.language == language }
    }
}

/// Reads a whole site; all mistakes of all its files are reported together.
///
/// - Parameter path: the config file.
public func readSite(config path: String) throws(SiteFault) -> Site {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    var problems: [Problem] = []
    let config = collecting(&problems) { () throws(SiteFault) in try PortalConfig.read(path) }
    // Without the config nothing says where the other files are.
    guard let config else { throw .problems(problems) }
    let place = { (name: String) in SiteFiles.resolve(name, from: folder) }
    let languages = config.settings.languages
    let units = collecting(&problems) { () throws(SiteFault) in
        try readUnits(place(config.unitsFile), languages: languages)
    }
    var texts: [Language: StringTable] = [:]
    var pages: [SitePage] = []
    var sounds: [Language: DigitRecordings] = [:]
    for language in languages {
        texts[language] = collecting(&problems) { () throws(SiteFault) in
            try readTexts(place(config.textsFolder) + "/\(language.rawValue).json5", language: language)
        }
        pages +=
            collecting(&problems) { () throws(SiteFault) in
                try readPages(place(config.pagesFolder) + "/\(language.rawValue)", language: language)
            } ?? []
        if config.settings.securityCode == .image {
            sounds[language] = collecting(&problems) { () throws(SiteFault) in
                try readSounds(place(config.soundsFolder) + "/\(language.rawValue)", language: language)
            }
        }
    }
    var refusedPasswords = PasswordList(bytes: [])
    if let file = config.refusedPasswords {
        let lines = collecting(&problems) { () throws(SiteFault) in try SiteFiles.read(place(file)) }
        refusedPasswords = PasswordList(lines: lines ?? [])
    }
    let theme = collecting(&problems) { () throws(SiteFault) in try readTheme(place(config.themeFolder)) }
    guard problems.isEmpty, let units, let theme else { throw .problems(problems) }
    return Site(
        settings: config.settings, home: place(config.home), units: units, texts: texts, pages: pages, theme: theme,
        sounds: sounds, refusedPasswords: refusedPasswords)
}

/// Runs a step and puts its mistakes with the others.
private func collecting<Value>(_ problems: inout [Problem], _ step: () throws(SiteFault) -> Value) -> Value? {
    do throws(SiteFault) {
        return try step()
    } catch {
        switch error {
        case .problems(let found): problems += found
        case .unreadable(let path, let reason):
            let sentence = "cannot be read (\(reason)), expected a file that the config or the design names"
            problems.append(
                Problem(file: path, position: SourcePosition(line: 1, column: 1), fault: .refused(path: [], sentence)))
        }
        return nil
    }
}

/// Reads a JSON5 file; its mistakes become a `SiteFault`.
func readJSON5<Value: Decodable>(_ type: Value.Type, _ path: String) throws(SiteFault) -> Located<Value> {
    let bytes = try SiteFiles.read(path)
    do throws(Problems) {
        return try readLocated(type, from: bytes, file: path)
    } catch {
        throw .problems(error.all)
    }
}
