import Portal
import Source

/// A link of the menu.
public struct MenuEntry: Sendable {
    /// The name of a page of text, or one of ``Page``; empty where `path` says where the link leads.
    public var page = ""
    /// A path of the portal, or an address on the web; empty where `page` says where the link leads.
    public var path = ""
    /// The words of the link; empty where they are the page's own.
    public var title = LocalizedText()
    /// Where in the config it stands; nil for the menu that holds where the config has none.
    private(set) var place: FilePlace?

    /// The pages that every portal has, besides its pages of text.
    public enum Page: String, CaseIterable, Sendable {
        case home, units, news, login, desk
    }

    /// The menu that holds where the config has none.
    static let usual = ["home", "units", "guide", "news", "desk"].map(MenuEntry.init(page:))

    init(page: String = "") { self.page = page }

    /// A mistake at this entry.
    public func problem(_ wrong: String, expected: String, note: String? = nil) -> Problem {
        place?.problem(wrong, expected: expected, note: note)
            ?? Problem(wrong, expected: expected, note: note, file: "menu")
    }
}

extension MenuEntry {
    /// An element of `menu`.
    static let keys = Keys(
        new: MenuEntry(),
        [
            Key(
                "page", .text(), \.page,
                about: """
                    The page that the link leads to: home, units, news, login, desk, or the name of a page of text, such \
                    as guide. A link to the news is there where there are some.
                    """),
            Key(
                "path", .text(.linkTarget), \.path,
                about: """
                    In place of page: a path of the portal, such as /units/library/, which leads to the page in the \
                    reader's language, or an address on the web.
                    """),
            Key(
                "title", .localized, \.title,
                about: """
                    The words of the link. Without this key they are the page's own; beside path it must be there.
                    """),
        ]
    ) { object, entry in
        let key = object.has("path") ? "path" : "page"
        switch (object.has("page"), object.has("path")) {
        case (true, true): object.note(at: "path", "cannot stand beside page", expected: "one of the two")
        case (false, false): object.note(at: "page", "is missing", expected: "page or path, which says where it leads")
        default: break
        }
        if object.has("path"), !object.has("title") {
            object.note(
                at: "title", "is missing", expected: "title: { fa: \"…\" }, since a path has no words of its own")
        }
        entry.place = object.place.place(of: object.node.member(key)?.node ?? object.node)
    }
}

extension TextRule {
    /// Where a link may lead.
    static let linkTarget = TextRule(
        expected: "a path that begins with /, or an address that begins with http:// or https://",
        pattern: "^(/|https?://)", example: "/units/library/"
    ) { ($0.hasPrefix("/") && !$0.hasPrefix("//")) || $0.hasPrefix("https://") || $0.hasPrefix("http://") }
}

/// Notes the entries of a menu whose page does not exist in each language.
func checkMenu(_ menu: [MenuEntry], pages: [SitePage], languages: [Language], noting noted: Noted) {
    for entry in menu where !entry.page.isEmpty && MenuEntry.Page(rawValue: entry.page) == nil {
        let found = languages.filter { language in
            pages.contains { $0.name == entry.page && $0.language == language }
        }
        if found.isEmpty {
            let names = MenuEntry.Page.allCases.map(\.rawValue) + Set(pages.map(\.name)).subtracting(["home"]).sorted()
            noted.problems.append(
                entry.problem(
                    "there is no page \(quoted(entry.page))", expected: "one of \(names.joined(separator: ", "))",
                    note: Problem.note(nearestTo: entry.page, among: names)))
        } else if let language = languages.first(where: { !found.contains($0) }) {
            noted.problems.append(
                entry.problem(
                    "the page \(quoted(entry.page)) is missing in \(language.rawValue)",
                    expected: "a file \(language.rawValue)/\(entry.page).md beside those of the other languages"))
        }
    }
}
