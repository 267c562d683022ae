import Portal
import Source

/// A page of text, in Markdown.
public struct SitePage: Equatable, Sendable {
    /// Its place in addresses: the file's name without its ending.
    public let name: String
    /// The language it is written in.
    public let language: Language
    /// The title.
    public let title: String
    /// One sentence under the title; may be empty.
    public let summary: String
    /// The text.
    public let markdown: String
    /// The file that it was read from.
    public let file: String
    /// The whole file, front matter included.
    public let source: SourceText
    /// The byte of the file at which the text begins.
    public let textOffset: Int

    /// Two pages are the same if they say the same.
    public static func == (one: SitePage, other: SitePage) -> Bool {
        (one.name, one.language, one.title, one.summary, one.markdown)
            == (other.name, other.language, other.title, other.summary, other.markdown)
    }

    /// The pages that the portal itself shows or links to, and so needs.
    public static let required = ["home", "guide", "natural-person", "company", "privacy", "accessibility", "contact"]
    /// Those of them that every page of the portal leads to, whatever its menu is.
    public static let linked = ["home", "privacy", "accessibility", "contact"]
    /// The names that belong to other pages.
    static let reserved =
        [
            "login", "units", "a-z", "news", "assets", "cgi-bin", "fa", "en", "400", "404", "408", "413", "500", "503",
            "504", "50x",
        ]
}

/// Reads the pages of a language; all mistakes are noted.
func readPages(_ folder: String, language: Language, noting noted: Noted) -> [SitePage] {
    let before = noted.problems.count
    let pages = names(in: folder, suffix: ".md", noting: noted).compactMap { name in
        readPage(folder + "/" + name, stem: String(name.dropLast(3)), language: language, noting: noted)
    }
    let isWhole = noted.problems.count == before
    for name in SitePage.required where isWhole && !pages.contains(where: { $0.name == name }) {
        noted.problems.append(
            Problem("missing", expected: "a page that the portal needs", file: "\(folder)/\(name).md"))
    }
    return pages
}

private func readPage(_ path: String, stem: String, language: Language, noting noted: Noted) -> SitePage? {
    readPage(
        path, name: stem, isNameFree: !SitePage.reserved.contains(stem), fields: ["title", "summary"],
        language: language, noting: noted)?.page
}

/// Reads a page of text with its front matter.
///
/// - Parameters:
///   - name: its place in addresses; what follows the last slash is checked.
///   - isNameFree: whether no other page has it.
///   - fields: what its front matter may hold.
func readPage(
    _ path: String, name: String, isNameFree: Bool, fields: [String], language: Language, noting noted: Noted
) -> (page: SitePage, matter: FrontMatter)? {
    guard let text = text(path, noting: noted) else { return nil }
    let source = SourceText(Array(text.utf8))
    noted.problems += placeholderProblems(of: source, file: path)
    let stem = name.split(separator: "/").last.map(String.init) ?? ""
    if !isNameFree || !stem.utf8.allSatisfy(isNameByte) {
        noted.problems.append(
            Problem(
                "the name \(quoted(stem)) cannot be a page's",
                expected: isNameFree ? "letters, digits and hyphens" : "another name", file: path))
    }
    guard let matter = FrontMatter(text, source, file: path, names: fields, noting: noted) else { return nil }
    let page = SitePage(
        name: name, language: language, title: matter.fields["title"]?.text ?? "",
        summary: matter.fields["summary"]?.text ?? "", markdown: matter.rest, file: path, source: source,
        textOffset: matter.restOffset)
    return (page, matter)
}

/// Letters, digits and `-`.
private func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2d
}
