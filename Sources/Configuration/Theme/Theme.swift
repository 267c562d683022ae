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

/// Reads a theme; all mistakes are noted.
func readTheme(_ folder: String, noting noted: Noted) -> Theme? {
    var assets: [(name: String, bytes: [UInt8])] = []
    for ending in Theme.endings {
        for name in names(in: folder, suffix: ending, noting: noted) {
            if let bytes = bytes(folder + "/" + name, noting: noted) { assets.append((name, bytes)) }
        }
    }
    for name in ["icon.svg", "style.css", "search.js", "login.js"] where !assets.contains(where: { $0.name == name }) {
        noted.problems.append(Problem("missing", expected: "a file of the theme", file: "\(folder)/\(name)"))
    }
    if let style = assets.first(where: { $0.name == "style.css" }) {
        noted.problems += contrastWarnings(styleSheet: style.bytes, file: "\(folder)/style.css")
    }
    guard let templates = readTemplates(folder, noting: noted) else { return nil }
    guard let page = templates["page"] else {
        noted.problems.append(Problem("missing", expected: "a file of the theme", file: "\(folder)/page.mustache"))
        return nil
    }
    let theme = Theme(page: page, templates: templates, assets: assets, folder: folder)
    noted.problems += theme.templateProblems
    return theme
}
