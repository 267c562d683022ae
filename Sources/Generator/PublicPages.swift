import Configuration
import Pages
import Portal
import Processors

/// All static pages of a site, each with its path below the document root.
///
/// A class, since each of its files refers to it: tens of thousands of copies of a site would be most of the memory.
final class PublicPages: Sendable {
    let site: Site
    let frame: Frame
    /// When the release is made, in UTC seconds.
    let moment: Int
    /// The pictures of its pages of text.
    let pictures: PictureLinks
    let assets: Assets
    private let origin: String
    /// The units of its site as a tree.
    let units: UnitTree
    private let lists: UnitLists
    /// Where its pages are.
    let places: PagePlaces

    init(
        _ site: Site, _ frame: Frame, _ units: UnitTree, _ lists: UnitLists, _ pictures: PictureLinks, _ assets: Assets,
        at moment: Int
    ) {
        self.assets = assets
        self.pictures = pictures
        origin = site.settings.origin
        self.site = site
        self.frame = frame
        self.moment = moment
        self.lists = lists
        self.units = units
        places = PagePlaces(site, lists, units)
    }

    /// The files of all pages.
    ///
    /// - Parameter served: the release that is served; the pages that it is known to hold are marked.
    func files(beside served: ServedRelease?) -> [ReleaseFile] {
        let areServed = areServed(by: served)
        let mayBeServed = areServed != nil && lists.isBeside(served)
        var files: [ReleaseFile] = []
        files.reserveCapacity(site.settings.languages.count * (site.units.count + 100))
        for language in site.settings.languages {
            files += textPages(in: language) + newsFiles(in: language)
            files += listPages(in: language, mayBeServed: mayBeServed)
            let start = site.prefix(language)
            for index in site.units.indices {
                let path = PagePlaces.unit(site.units[index].id, after: start, file: "index.html")
                files.append(
                    ReleaseFile(path, isServed: areServed?[index] ?? false) { [self] in
                        unitPage(site.units[index], in: language)
                    })
            }
            files += faultPages(in: language)
        }
        return files
    }

    /// Of each unit, whether a release is known to hold the same pages; nil where it is of none.
    private func areServed(by served: ServedRelease?) -> [Bool]? {
        guard let served, served.hasSame(frame) else { return nil }
        return onAllProcessors(units.all.indices) { [units] places in
            places.map { units.hasSameSurroundings(at: $0, as: served.tree) }
        }.flatMap(\.self)
    }

    private func unitPage(_ unit: PortalUnit, in language: Language) -> [UInt8] {
        document(PagePlaces.unit(unit.id), language) { $0.unit(units.surroundings(of: unit)) }
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
    ///
    /// - Parameter mayBeServed: whether pages are as they are served where the units on them are.
    private func listPages(in language: Language, mayBeServed: Bool) -> [ReleaseFile] {
        guard let list = lists[language] else { return [] }
        let isServed = mayBeServed && list.served != nil
        let index = assets.indexes[language] ?? ""
        let whole = page("units/", language, isServed: isServed) { [units] in
            $0.units(units, letters: list.letters.value, index: index)
        }
        return [whole]
            + list.places.map { place in
                page(place, language, isServed: isServed) { $0.units(list.page(at: place), of: list.letters.value) }
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
        _ place: String, _ language: Language, isServed: Bool = false, _ make: @escaping @Sendable (Pages) -> Page
    ) -> ReleaseFile {
        ReleaseFile(site.prefix(language) + place + "index.html", isServed: isServed) { [self] in
            document(place, language, make)
        }
    }

    /// The page at a place; its head is that of a page that an address leads to, unless `isError`.
    private func document(
        _ place: String, _ language: Language, isError: Bool = false, _ make: (Pages) -> Page
    ) -> [UInt8] {
        let others = site.settings.languages.filter { $0 != language }.map { ($0, places.path(of: place, in: $0)) }
        let translations = site.settings.languages.filter { places.isThere(place, in: $0) }
            .map { (language: $0, path: "/" + site.prefix($0) + place) }
        let hasNews = site.news[language]?.isEmpty == false
        let head = PageHead(
            settings: site.settings, origin: origin, language: language, translations: translations,
            isNews: site.isNews(place),
            feed: hasNews && (place.isEmpty || place.hasPrefix("news/"))
                ? PortalPaths(settings: site.settings, language: language).newsFeed : nil)
        return frame.document(in: language, otherLanguages: others, head: isError ? nil : head, make)
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
}
