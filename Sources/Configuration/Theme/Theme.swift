import Portal
import Source

/// The look of the pages: the shell around them and the files that it names.
public struct Theme: Sendable {
    /// `shell.html`.
    public let shell: String
    /// `shell.html`'s path, for messages.
    public let shellPath: String
    /// The files that are published under `/assets/`, by name.
    public let assets: [(name: String, bytes: [UInt8])]

    /// The endings of names that are published; the rest of the folder stays where it is.
    static let endings = [".css", ".js", ".svg", ".png", ".jpg", ".woff2", ".ico"]

    /// A mistake of the shell, with its place in the file.
    public func problem(_ fault: PageShell.Fault) -> Problem {
        let (offset, wrong, expected, note): (Int, String, String, String?) =
            switch fault {
            case .unknownSlot(let name, let offset):
                (
                    offset, "unknown slot \(quoted(name))",
                    "one of \(Self.slots.sorted().joined(separator: ", "))",
                    Problem.note(nearestTo: name, among: Self.slots)
                )
            case .unclosed(let offset): (offset, "a slot is not closed", "}} after its name", nil)
            case .missing(let name): (0, "the slot {{\(name)}} is missing", "it once", nil)
            }
        return Problem(
            wrong, expected: expected, note: note, file: shellPath, source: SourceText(Array(shell.utf8)),
            offset: offset)
    }

    /// The names of all slots.
    public static let fixedSlots = [
        "language", "direction", "portal", "organisation", "home", "icon", "style", "script", "skip", "menu", "footer",
    ]
    private static var slots: [String] { fixedSlots + PageShell.Slot.allCases.map(\.rawValue) }
}

/// Reads a theme; all mistakes are noted.
func readTheme(_ folder: String, noting noted: Noted) -> Theme {
    let path = folder + "/shell.html"
    let shell = text(path, noting: noted)
    var assets: [(name: String, bytes: [UInt8])] = []
    for ending in Theme.endings {
        for name in names(in: folder, suffix: ending, noting: noted) {
            if let bytes = bytes(folder + "/" + name, noting: noted) { assets.append((name, bytes)) }
        }
    }
    for name in ["icon.svg", "style.css", "filter.js", "login.js"] where !assets.contains(where: { $0.name == name }) {
        noted.problems.append(Problem("missing", expected: "a file of the theme", file: "\(folder)/\(name)"))
    }
    if let style = assets.first(where: { $0.name == "style.css" }) {
        noted.problems += contrastWarnings(styleSheet: style.bytes, file: "\(folder)/style.css")
    }
    let theme = Theme(shell: shell ?? "", shellPath: path, assets: assets)
    guard shell != nil else { return theme }
    do throws(PageShell.Fault) {
        _ = try PageShell(
            template: theme.shell, fixed: Dictionary(uniqueKeysWithValues: Theme.fixedSlots.map { ($0, "") }))
    } catch {
        noted.problems.append(theme.problem(error))
    }
    return theme
}
