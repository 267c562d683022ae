import Configuration
import Pages
import Portal

/// All static pages of a site, each with its path below the document root.
///
/// A class, since each of its files refers to it: tens of thousands of copies of a site would be most of the memory.
final class PublicPages: Sendable {
    private let site: Site
    private let frame: Frame
    private let tree: UnitTree
    private let lists: UnitLists
    private let indexes: [Language: String]

    /// - Parameter indexes: the published path of the search's index in each language.
    init(_ site: Site, _ frame: Frame, _ lists: UnitLists, indexes: [Language: String]) {
        self.site = site
        self.frame = frame
        self.lists = lists
        self.indexes = indexes
        tree = UnitTree(site.units)
    }

    /// The files of all pages.
    ///
    /// - Parameter served: the release that is served; the pages that it is known to hold are marked.
    func files(beside served: ServedRelease?) -> [ReleaseFile] {
        site.settings.languages.flatMap { language in
            textPages(in: language) + listPages(in: language) + unitPages(in: language, beside: served)
                + faultPages(in: language)
        }
    }

    private func textPages(in language: Language) -> [ReleaseFile] {
        let texts = site.pages.filter { $0.language == language }.map(filled).map { page in
            let body = rendered(page)
            return page.name == "home"
                ? self.page("", language) { $0.home(title: page.title, summary: page.summary, body: body) }
                : self.page(page.name + "/", language) { $0.text(title: page.title, summary: page.summary, body: body) }
        }
        return [page("login/", language) { $0.login() }] + texts
    }

    /// The recipient list, as a tree and by letters.
    private func listPages(in language: Language) -> [ReleaseFile] {
        guard let letters = lists.letters[language] else { return [] }
        let index = indexes[language] ?? ""
        let list = page("units/", language) { [tree] in $0.units(tree, letters: letters, index: index) }
        return [list]
            + letters.pages.map { one in
                // A page that only one language has leads to the whole list of the other.
                page(place(of: one), language, others: "a-z/") { $0.units(one, of: letters) }
            }
    }

    private func place(of page: AlphabeticalList.Page) -> String {
        "a-z/" + (page.name.isEmpty ? "" : page.name + "/")
    }

    private func unitPages(in language: Language, beside served: ServedRelease?) -> [ReleaseFile] {
        let served = served?.hasSame(frame) == true ? served : nil
        return site.units.indices.map { index in
            // Units are large: a file holds the place of its own until it is made.
            let surroundings: @Sendable () -> UnitSurroundings = { [self] in tree.surroundings(of: site.units[index]) }
            return page(
                "units/\(site.units[index].id)/", language, isServed: { served?.hasSame(surroundings()) ?? false }
            ) { $0.unit(surroundings()) }
        }
    }

    /// The pages that the web server shows where something is wrong.
    private func faultPages(in language: Language) -> [ReleaseFile] {
        // Servers that pass a body on as it comes say 400 or 408 where it breaks off; lighttpd looks for an error page by
        // its status alone.
        let faults: [(name: String, fault: Pages.Fault)] = [
            ("404", .notFound), ("413", .tooLarge), ("400", .truncated), ("408", .truncated), ("50x", .unavailable),
            ("500", .unavailable),
        ]
        // They are shown at any address, so their links to other languages lead to the home page.
        return faults.map { name, fault in
            ReleaseFile(prefix(language) + name + ".html") { [self] in document("", language) { $0.fault(fault) } }
        }
    }

    /// The file of the page at a place, such as `login/`.
    ///
    /// - Parameter others: the place of the page that stands for it in other languages, where that is another one.
    private func page(
        _ place: String, _ language: Language, isServed: @escaping @Sendable () -> Bool = { false },
        others: String? = nil, _ make: @escaping @Sendable (Pages) -> Page
    ) -> ReleaseFile {
        ReleaseFile(prefix(language) + place + "index.html", isServed: isServed) { [self] in
            document(others ?? place, language, make)
        }
    }

    private func document(_ place: String, _ language: Language, _ make: (Pages) -> Page) -> [UInt8] {
        let others = site.settings.languages.filter { $0 != language }.map { ($0, "/" + prefix($0) + place) }
        return frame.document(in: language, otherLanguages: others, make)
    }

    /// A page with the limits that it names.
    func filled(_ page: SitePage) -> SitePage {
        let pages = Pages(settings: site.settings, texts: frame.texts(page.language), otherLanguages: [])
        return page.filled(pages.wording)
    }

    /// A page's text as markup; links such as `/contact/` lead to the page in its own language.
    func rendered(_ page: SitePage) -> HTML {
        Markdown.render(page.markdown) { address(of: $0, on: page) }
    }

    /// A link that begins with a slash: to the CGI program, to a file for programs, or to a page in the page's language.
    func address(of target: String, on page: SitePage) -> String {
        PortalPaths(settings: site.settings, language: page.language).anywhere(target)
    }

    /// Whether a path is the CGI program's.
    func isDynamic(_ path: String) -> Bool { path.hasPrefix(site.settings.cgiPath + "/") }

    /// The paths of all pages and files that can be linked to.
    var places: [String] {
        ["/units.json"]
            + site.settings.languages.flatMap { language in
                let inLanguage = site.pages.filter { $0.language == language }.map(place)
                let lists = ["units/"] + (self.lists.letters[language]?.pages ?? []).map(place)
                return inLanguage
                    + (["login/"] + lists + site.units.map { "units/\($0.id)/" }).map { "/" + prefix(language) + $0 }
            }
    }

    /// What stands before the paths of a language: nothing for the main one.
    func prefix(_ language: Language) -> String {
        language == site.settings.languages.first ? "" : language.rawValue + "/"
    }
}
