import Mustache
import Portal
import Source

/// The look of the pages: the templates of the page around them, and the files that these name.
public struct Theme: Sendable {
    /// The template of the whole page.
    public let page: Template
    /// All templates of the theme by name, `page` among them.
    public let templates: [String: Template]
    /// The files that are published under `/assets/`, by name.
    public let assets: [(name: String, bytes: [UInt8])]
    /// The fonts that the pages load, the usual weight first; they are assets too.
    public let fonts: [ThemeFont]
    /// The name of the asset that is the administrator's logo; nil for none.
    public let logo: String?
    /// What the window of a browser is coloured with, on light and on dark screens; nil where the theme has no such colour.
    public let windowColour: (light: Colour?, dark: Colour?)
    /// The folder, for messages.
    let folder: String

    /// The endings of names that are published; the rest of the folder stays where it is.
    static let endings = [".css", ".js", ".svg", ".png", ".jpg", ".woff2", ".ico"]

    /// A mistake in one of the templates, at a byte of it.
    func problem(
        _ wrong: String, expected: String? = nil, note: String? = nil, in template: String, at offset: Int
    ) -> Problem {
        Problem(
            wrong, expected: expected, note: note, file: "\(folder)/\(template).mustache",
            source: SourceText(templates[template]?.bytes ?? []), offset: offset)
    }

    /// The mistake that no page has a slot which all need.
    public func problem(missing slot: PageShell.Slot) -> Problem {
        problem(
            "{{\(slot.rawValue)}} stands on no page", expected: "it once, outside of sections that do not stand",
            in: page.name, at: 0)
    }
}

/// Reads a theme, with what the config says of its look; all mistakes are noted.
///
/// - Parameter place: where a path of the config leads.
func readTheme(_ source: ThemeFiles, look: Look, noting noted: Noted, place: (String) -> String) -> Theme? {
    let folder = source.path
    var assets: [(name: String, bytes: [UInt8])] = []
    for ending in Theme.endings {
        for name in source.names(suffix: ending, noting: noted) {
            if let bytes = source.bytes(name, noting: noted) { assets.append((name, bytes)) }
        }
    }
    for name in ["icon.svg", "style.css", "page.js", "login.js"] where !assets.contains(where: { $0.name == name }) {
        noted.problems.append(Problem("missing", expected: "a file of the theme", file: "\(folder)/\(name)"))
    }
    let style = assets.firstIndex { $0.name == "style.css" }
    var colours = ThemeColours(styleSheet: style.map { assets[$0].bytes } ?? [], file: "\(folder)/style.css")
    if let style { assets[style].bytes += look.styleSheet(over: colours).utf8 }
    let own = look.colours(over: colours)
    colours.take(light: own.light, dark: own.dark)
    noted.problems += contrastWarnings(colours)
    let logo = look.logo.flatMap { readLogo(place($0), noting: noted) }
    let fonts = readFonts(look, noting: noted, place: place)
    let added = (logo.map { [$0] } ?? []) + fonts.map { (name: $0.asset, bytes: $0.bytes) }
    assets = assets.filter { asset in !added.contains { $0.name == asset.name } } + added
    guard let templates = readTemplates(source, noting: noted) else { return nil }
    guard let page = templates["page"] else {
        noted.problems.append(Problem("missing", expected: "a file of the theme", file: "\(folder)/page.mustache"))
        return nil
    }
    let theme = Theme(
        page: page, templates: templates, assets: assets, fonts: fonts, logo: logo?.name,
        windowColour: (colours.light["brand"]?.colour, colours.darkWhole["brand"]?.colour), folder: folder)
    noted.problems += theme.templateProblems
    return theme
}
