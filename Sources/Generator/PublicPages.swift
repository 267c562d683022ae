import Configuration
import Pages
import Portal

/// All static pages of a site, each with its path below the document root.
struct PublicPages {
    private let site: Site
    private let tree: UnitTree
    private let shells: [Language: PageShell]

    init(_ site: Site, shells: [Language: PageShell]) {
        self.site = site
        self.shells = shells
        tree = UnitTree(site.units)
    }

    /// Hands out each page.
    func forEach(_ write: (_ path: String, _ markup: [UInt8]) throws -> Void) throws {
        for language in site.settings.languages {
            for (place, make) in pages(in: language) {
                try write(file(at: place, language), document(place, language, make))
            }
            for unit in site.units {
                try write(
                    file(at: "units/\(unit.id)/", language),
                    document("units/\(unit.id)/", language) { $0.unit(unit, in: tree) })
            }
            // Error pages are shown at any address, so their links to other languages lead to the home page.
            try write(prefix(language) + "404.html", document("", language) { $0.fault(.notFound) })
            try write(prefix(language) + "413.html", document("", language) { $0.fault(.tooLarge) })
            // Servers that pass a body on as it comes say 400 or 408 where it breaks off.
            for name in ["400", "408"] {
                try write(prefix(language) + name + ".html", document("", language) { $0.fault(.truncated) })
            }
            // lighttpd looks for an error page by its status alone.
            for name in ["50x", "500"] {
                try write(prefix(language) + name + ".html", document("", language) { $0.fault(.unavailable) })
            }
        }
    }

    private func pages(in language: Language) -> [(String, (Pages) -> Page)] {
        var pages: [(String, (Pages) -> Page)] = [
            ("login/", { $0.login() }), ("units/", { [tree] in $0.units(tree) }),
        ]
        for page in site.pages.filter({ $0.language == language }).map(filled) {
            let body = rendered(page)
            pages.append(
                page.name == "home"
                    ? ("", { $0.home(title: page.title, summary: page.summary, body: body) })
                    : (page.name + "/", { $0.text(title: page.title, summary: page.summary, body: body) }))
        }
        return pages
    }

    /// A page with the limits that it names.
    func filled(_ page: SitePage) -> SitePage {
        let pages = Pages(settings: site.settings, texts: texts(page.language), otherLanguages: [])
        return page.filled(pages.wording)
    }

    /// A page's text as markup; links such as `/contact/` lead to the page in its own language.
    func rendered(_ page: SitePage) -> HTML {
        Markdown.render(page.markdown) { address(of: $0, on: page) }
    }

    /// A link that begins with a slash: to the CGI program, to a file for programs, or to a page in the page's language.
    func address(of target: String, on page: SitePage) -> String {
        isDynamic(target) || target == "/units.json" ? target : "/" + prefix(page.language) + target.dropFirst()
    }

    /// Whether a path is the CGI program's.
    func isDynamic(_ path: String) -> Bool { path.hasPrefix(site.settings.cgiPath + "/") }

    /// The paths of all pages and files that can be linked to.
    var places: [String] {
        ["/units.json"]
            + site.settings.languages.flatMap { language in
                let inLanguage = site.pages.filter { $0.language == language }.map(place)
                return inLanguage
                    + (["login/", "units/"] + site.units.map { "units/\($0.id)/" }).map { "/" + prefix(language) + $0 }
            }
    }

    private func document(_ place: String, _ language: Language, _ make: (Pages) -> Page) -> [UInt8] {
        let others = site.settings.languages.filter { $0 != language }.map { ($0, "/" + prefix($0) + place) }
        let pages = Pages(settings: site.settings, texts: texts(language), otherLanguages: others)
        guard let shell = shells[language] else { return [] }
        return pages.document(make(pages), in: shell)
    }

    private func texts(_ language: Language) -> Texts {
        Texts(language: language, table: site.texts[language] ?? StringTable([]))
    }

    /// What stands before the paths of a language: nothing for the main one.
    func prefix(_ language: Language) -> String {
        language == site.settings.languages.first ? "" : language.rawValue + "/"
    }

    private func file(at place: String, _ language: Language) -> String { prefix(language) + place + "index.html" }
}
