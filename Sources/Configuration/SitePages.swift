import JSON5
import Portal

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

    /// The pages that the portal itself shows or links to, and so needs.
    public static let required = ["home", "guide", "natural-person", "company", "privacy", "accessibility", "contact"]
    /// The names that belong to other pages.
    static let reserved = ["login", "units", "assets", "fa", "en", "404", "413", "500", "50x"]
}

/// Reads the pages of a language.
func readPages(_ folder: String, language: Language) throws(SiteFault) -> [SitePage] {
    var problems: [Problem] = []
    var pages: [SitePage] = []
    let start = SourcePosition(line: 1, column: 1)
    for name in try SiteFiles.names(in: folder, suffix: ".md") {
        let path = folder + "/" + name
        guard let text = String(validating: try SiteFiles.read(path), as: UTF8.self) else {
            problems.append(
                Problem(file: path, position: start, fault: .refused(path: [], "not UTF-8, expected a text in UTF-8")))
            continue
        }
        problems += placeholderProblems(of: text, file: path)
        do throws(FrontMatterFault) {
            let (fields, markdown) = try frontMatter(text)
            let stem = String(name.dropLast(3))
            guard !SitePage.reserved.contains(stem), stem.utf8.allSatisfy(isPathByte) else {
                throw FrontMatterFault(
                    1, "the name \"\(stem)\" cannot be a page's, expected letters, digits and hyphens")
            }
            pages.append(
                SitePage(
                    name: stem, language: language, title: fields["title"] ?? "", summary: fields["summary"] ?? "",
                    markdown: markdown))
        } catch {
            problems.append(
                Problem(
                    file: path, position: SourcePosition(line: error.line, column: 1),
                    fault: .refused(path: [], error.sentence)))
        }
    }
    for name in SitePage.required where !pages.contains(where: { $0.name == name }) && problems.isEmpty {
        problems.append(
            Problem(
                file: "\(folder)/\(name).md", position: start,
                fault: .refused(path: [], "missing, expected a page that the portal needs")))
    }
    guard problems.isEmpty else { throw .problems(problems) }
    return pages
}

private struct FrontMatterFault: Error {
    let line: Int
    let sentence: String

    init(_ line: Int, _ sentence: String) {
        self.line = line
        self.sentence = sentence
    }
}

/// Takes the fields between the two lines `---` at the head of a page from its text.
private func frontMatter(_ text: String) throws(FrontMatterFault) -> (fields: [String: String], markdown: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---" else {
        throw FrontMatterFault(1, "no front matter, expected a line --- and then title: …")
    }
    var fields: [String: String] = [:]
    for (index, line) in lines.enumerated().dropFirst() {
        if line == "---" {
            guard fields["title"]?.isEmpty == false else { throw FrontMatterFault(1, "no title, expected title: …") }
            return (fields, lines[(index + 1)...].joined(separator: "\n"))
        }
        guard let colon = line.firstIndex(of: ":") else {
            throw FrontMatterFault(
                index + 1, "not a field, expected a name, a colon and a value, or the line --- at the end of the fields"
            )
        }
        let name = String(line[..<colon])
        guard ["title", "summary"].contains(name) else {
            let near = nearest(to: name, among: ["title", "summary"]).map { "; did you mean \"\($0)\"?" } ?? ""
            throw FrontMatterFault(index + 1, "unknown field \"\(name)\", expected title or summary\(near)")
        }
        fields[name] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    throw FrontMatterFault(lines.count, "the front matter does not end, expected a line ---")
}
