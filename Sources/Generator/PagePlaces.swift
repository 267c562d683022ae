import Configuration
import Portal

/// Which pages a site has, and where: asked of each link, so the thousands of unit pages are not written down.
struct PagePlaces: Sendable {
    private let languages: [Language]
    /// How the paths of a language begin: `/` or `/en/`.
    private let starts: [Language: String]
    /// The places of the pages that may be there in one language alone, such as `faq/` and `news/opening/`.
    private let own: [Language: Set<String>]
    private let units: UnitTree
    /// The places of the pages that there are in each language, units aside.
    private static let everywhere = ["", "login/", "units/"]

    init(_ site: Site, _ lists: UnitLists, _ units: UnitTree) {
        languages = site.settings.languages
        self.units = units
        starts = Dictionary(uniqueKeysWithValues: languages.map { ($0, "/" + site.prefix($0)) })
        own = Dictionary(
            uniqueKeysWithValues: languages.map { language in
                let texts = site.pages.filter { $0.language == language && $0.name != "home" }.map { $0.name + "/" }
                let letters = lists[language]?.places ?? []
                return (language, Set(texts + site.newsPlaces(in: language) + letters))
            })
    }

    /// The place of a unit's page.
    ///
    /// - Parameters:
    ///   - start: what is put before it, and
    ///   - file: behind it.
    static func unit(_ id: String, after start: String = "", file: String = "") -> String {
        var place = start
        place.reserveCapacity(start.utf8.count + id.utf8.count + file.utf8.count + 7)
        place += "units/"
        place += id
        place += "/"
        place += file
        return place
    }

    /// Whether there is a page at a place in a language.
    func isThere(_ place: String, in language: Language) -> Bool {
        if Self.everywhere.contains(place) || own[language]?.contains(place) == true { return true }
        guard place.hasPrefix("units/"), place.hasSuffix("/") else { return false }
        return units[String(place.dropFirst("units/".count).dropLast())] != nil
    }

    /// Whether a path leads to a page, or to the recipient list for programs.
    func has(_ path: String) -> Bool {
        path == PortalPaths.unitList
            || languages.contains { language in
                guard let start = starts[language], path.hasPrefix(start) else { return false }
                return isThere(String(path.dropFirst(start.count)), in: language)
            }
    }

    /// The path of the page at a place in a language, or of the nearest that there is.
    func path(of place: String, in language: Language) -> String {
        let start = starts[language] ?? "/"
        if isThere(place, in: language) { return start + place }
        let list = ["news/", "a-z/"].first { place.hasPrefix($0) && isThere($0, in: language) }
        return start + (list ?? "")
    }

    /// The paths of the pages that search engines are told of: all but those in whose place others stand.
    var listed: PagePaths { paths(units.listed) }

    /// All paths that can be linked to, in their order: to be asked for only where one is to be named.
    var sorted: [String] { (Array(paths(units.all)) + [PortalPaths.unitList]).sorted() }

    private func paths(_ units: [PortalUnit]) -> PagePaths {
        let others = languages.flatMap { language in
            (Self.everywhere + (own[language] ?? []).sorted()).map { (starts[language] ?? "/") + $0 }
        }
        return PagePaths(others: others, starts: languages.map { starts[$0] ?? "/" }, units: units.map(\.id))
    }
}
