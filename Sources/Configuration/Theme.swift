import JSON5
import Portal

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
    public func problem(_ fault: PageShell.Fault) -> SiteFault {
        let (offset, sentence) =
            switch fault {
            case .unknownSlot(let name, let offset):
                (
                    offset,
                    "unknown slot \"\(name)\", expected one of \(Self.slots.sorted().joined(separator: ", "))"
                        + (nearest(to: name, among: Self.slots).map { "; did you mean \"\($0)\"?" } ?? "")
                )
            case .unclosed(let offset): (offset, "a slot is not closed, expected }} after its name")
            case .missing(let name): (0, "the slot {{\(name)}} is missing, expected it once")
            }
        let position = SourcePosition(of: offset, in: Array(shell.utf8))
        return .problems([Problem(file: shellPath, position: position, fault: .refused(path: [], sentence))])
    }

    /// The names of all slots.
    public static let fixedSlots = [
        "language", "direction", "portal", "organisation", "home", "icon", "style", "script", "skip", "menu", "footer",
    ]
    private static var slots: [String] { fixedSlots + PageShell.Slot.allCases.map(\.rawValue) }
}

/// Reads a theme.
func readTheme(_ folder: String) throws(SiteFault) -> Theme {
    let path = folder + "/shell.html"
    let start = SourcePosition(line: 1, column: 1)
    guard let shell = String(validating: try SiteFiles.read(path), as: UTF8.self) else {
        throw .problems([
            Problem(file: path, position: start, fault: .refused(path: [], "not UTF-8, expected a text in UTF-8"))
        ])
    }
    var assets: [(name: String, bytes: [UInt8])] = []
    for ending in Theme.endings {
        for name in try SiteFiles.names(in: folder, suffix: ending) {
            assets.append((name, try SiteFiles.read(folder + "/" + name)))
        }
    }
    for name in ["icon.svg", "style.css", "filter.js", "login.js"] where !assets.contains(where: { $0.name == name }) {
        throw .problems([
            Problem(
                file: "\(folder)/\(name)", position: start,
                fault: .refused(path: [], "missing, expected a file of the theme"))
        ])
    }
    let theme = Theme(shell: shell, shellPath: path, assets: assets)
    do throws(PageShell.Fault) {
        _ = try PageShell(template: shell, fixed: Dictionary(uniqueKeysWithValues: Theme.fixedSlots.map { ($0, "") }))
    } catch {
        throw theme.problem(error)
    }
    return theme
}
