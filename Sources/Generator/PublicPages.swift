import Configuration
import Pages
import Portal

/// All static pages of a site, each with its path below the document root.
///
/// A class, since each of its files refers to it: tens of thousands of copies of a site would be most of the memory.
final class PublicPages: Sendable {
    let site: Site
    let frame: Frame
    /// When the release is made, in UTC seconds.
    let moment: Int
    let assets: Assets
    private let origin: String
    private let tree: UnitTree
    private let lists: UnitLists
    /// The places of the pages that may be there in one language alone, such as `faq/` and `news/opening/`.
    private let ownPlaces: [Language: Set<String>]
    /// The paths of all pages and files that can be linked to.
    let places: [String]
    private let known: Set<String>

    init(_ site: Site, _ frame: Frame, _ lists: UnitLists, _ assets: Assets, at moment: Int) {
        self.assets = assets
        origin = site.settings.origin
        self.site = site
        self.frame = frame
        self.moment = moment
        self.lists = lists
        tree = UnitTree(site.units)
        ownPlaces = Dictionary(
            uniqueKeysWithValues: site.settings.languages.map { language in
                let texts = site.pages.filter { $0.language == language && $0.name != "home" }.map { $0.name + "/" }
                let letters = (lists.letters[language]?.pages ?? []).map(Self.place)
                return (language, Set(texts + site.newsPlaces(in: language) + letters))
            })
        places = [PortalPaths.unitList] + site.settings.languages.flatMap { Self.places(of: site, lists, in: $0) }
        known = Set(places)
    }

    /// Whether a path can be linked to.
    func has(_ path: String) -> Bool { known.contains(path) }

    /// The files of all pages.
    ///
    /// - Parameter served: the release that is served; the pages that it is known to hold are marked.
    func files(beside served: ServedRelease?) -> [ReleaseFile] {
        site.settings.languages.flatMap { language in
            textPages(in: language) + newsFiles(in: language) + listPages(in: language)
                + unitPages(in: language, beside: served)
                + faultPages(in: language)
        }
    }

    private func textPages(in language: Language) -> [ReleaseFile] {
        let texts = site.pages.filter { $0.language == language }.map(filled).map { page in
            let body = rendered(page)
            let news = newest(in: language)
            return page.name == "home"
                ? self.page("", language) { $0.home(title: page.title, summary: page.summary, body: body, news: news) }
                : self.page(page.name + "/", language) { $0.text(title: page.title, summary: page.summary, body: body) }
        }
        return [page("login/", language) { $0.login() }] + texts
    }

    /// The recipient list, as a tree and by letters.
    private func listPages(in language: Language) -> [ReleaseFile] {
        guard let letters = lists.letters[language] else { return [] }
        let index = assets.indexes[language] ?? ""
        let list = page("units/", language) { [tree] in $0.units(tree, letters: letters, index: index) }
        return [list]
            + letters.pages.map { one in
                page(Self.place(of: one), language) { $0.units(one, of: letters) }
            }
    }

    private static func place(of page: AlphabeticalList.Page) -> String {
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
            ("500", .unavailable), ("503", .unavailable), ("504", .unavailable),
        ]
        // They are shown at any address, so their links to other languages lead to the home page.
        return faults.map { name, fault in
            ReleaseFile(site.prefix(language) + name + ".html") { [self] in
                document("", language, isError: true) { $0.fault(fault) }
            }
        }
    }

    /// The file of the page at a place, such as `login/`.
    func page(
        _ place: String, _ language: Language, isServed: @escaping @Sendable () -> Bool = { false },
        _ make: @escaping @Sendable (Pages) -> Page
    ) -> ReleaseFile {
        ReleaseFile(site.prefix(language) + place + "index.html", isServed: isServed) { [self] in
            document(place, language, make)
        }
    }

    /// The page at a place; its head is that of a page that an address leads to, unless `isError`.
    private func document(
        _ place: String, _ language: Language, isError: Bool = false, _ make: (Pages) -> Page
    ) -> [UInt8] {
        let others = site.settings.languages.filter { $0 != language }.map { ($0, path(of: place, in: $0)) }
        let translations = site.settings.languages.filter { isThere(place, in: $0) }
            .map { (language: $0, path: "/" + site.prefix($0) + place) }
        let hasNews = site.news[language]?.isEmpty == false
        let head = PageHead(
            settings: site.settings, origin: origin, language: language, translations: translations,
            isNews: site.isNews(place),
            feed: hasNews && (place.isEmpty || place.hasPrefix("news/"))
                ? PortalPaths(settings: site.settings, language: language).newsFeed : nil)
        return frame.document(in: language, otherLanguages: others, head: isError ? nil : head, make)
    }

    /// Whether there is a page at a place in a language.
    private func isThere(_ place: String, in language: Language) -> Bool {
        let isEverywhere = place.isEmpty || place == "login/" || place.hasPrefix("units/")
        return isEverywhere || ownPlaces[language]?.contains(place) == true
    }

    /// The path of the page at a place in a language, or of the nearest that there is.
    private func path(of place: String, in language: Language) -> String {
        let start = "/" + site.prefix(language)
        if isThere(place, in: language) { return start + place }
        let list = ["news/", "a-z/"].first { place.hasPrefix($0) && isThere($0, in: language) }
        return start + (list ?? "")
    }

    /// A page with the limits that it names.
    func filled(_ page: SitePage) -> SitePage {
        let pages = Pages(
            settings: site.settings, texts: frame.texts(page.language), otherLanguages: [], showing: .file)
        return page.filled(pages.wording)
    }

    /// A page's text as markup; links such as `/contact/` lead to the page in its own language.
    func rendered(_ page: SitePage) -> HTML {
        Markdown.render(
            page.markdown, link: { site.address(of: $0, in: page.language) },
            picture: { assets.picture($0, on: page, of: site) })
    }

    /// The paths of the pages that search engines are told of: all but those in whose place others stand.
    var listedPlaces: [String] {
        let replaced = site.settings.languages.flatMap { language in
            site.units.filter { $0.replacedBy != nil }
                .map { PortalPaths(settings: site.settings, language: language).unit($0.id) }
        }
        let unlisted = Set(replaced + [PortalPaths.unitList])
        return places.filter { !unlisted.contains($0) }
    }

    private static func places(of site: Site, _ lists: UnitLists, in language: Language) -> [String] {
        var places = ["login/", "units/"]
        places += (lists.letters[language]?.pages ?? []).map(place)
        places += site.units.map { "units/\($0.id)/" }
        places += site.newsPlaces(in: language)
        let start = "/" + site.prefix(language)
        return site.pages.filter { $0.language == language }.map(site.place) + places.map { start + $0 }
    }
}
