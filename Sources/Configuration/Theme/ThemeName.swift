import Portal

/// What the theme's templates can name, and what may be done with it.
indirect enum ThemeName: Sendable {
    /// A text that is the same on all pages of a language, or empty.
    case text
    /// Something that is there or not, with what it holds.
    case object([String: ThemeName])
    /// Several things, with what each holds.
    case list([String: ThemeName])
    /// What differs from page to page.
    case slot

    /// All names. `Generator` gives them their values.
    static let all: [String: ThemeName] = {
        let texts = [
            "language", "direction", "portal", "organisation", "home", "icon", "logo", "font", "style",
            "styleIntegrity",
            "script", "scriptIntegrity", "skip", "windowColour", "windowColourDark",
        ]
        let link: [String: ThemeName] = ["path": .text, "title": .text]
        var all = Dictionary(uniqueKeysWithValues: texts.map { ($0, ThemeName.text) })
        all["menu"] = .list(link)
        all["footer"] = .list(link)
        all["staffLogin"] = .object(link)
        for slot in PageShell.Slot.allCases { all[slot.rawValue] = .slot }
        return all
    }()

    /// The names inside it.
    var inside: [String: ThemeName] {
        switch self {
        case .object(let names), .list(let names): names
        case .text, .slot: [:]
        }
    }
}
