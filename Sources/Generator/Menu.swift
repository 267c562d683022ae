import Configuration
import Portal
import Source

/// A link of the page's frame.
struct FrameLink: Equatable {
    let path: String
    let title: String
}

/// The menu in a language.
func menu(of site: Site, _ texts: Texts, _ paths: PortalPaths) -> [FrameLink] {
    site.menu.compactMap { entry in
        let own: (path: String, title: String)? =
            switch MenuEntry.Page(rawValue: entry.page) {
            case .home: (paths.home, texts(.menuHome))
            case .units: (paths.units, texts(.menuUnits))
            case .login: (paths.login, texts(.loginTitle))
            // Where there are none yet, the link waits for the first.
            case .news where site.news[texts.language]?.isEmpty != false: nil
            case .news: (paths.news, texts(.menuNews))
            case .desk: (paths.desk, texts(.menuDesk))
            case nil where entry.page == "guide": (paths.page("guide"), texts(.menuGuide))
            case nil where !entry.page.isEmpty:
                (paths.page(entry.page), site.page(entry.page, texts.language)?.title ?? entry.page)
            case nil: (paths.anywhere(entry.path), "")
            }
        guard let own else { return nil }
        let title = entry.title[texts.language]
        return FrameLink(path: own.path, title: title.isEmpty ? own.title : title)
    }
}

/// The entries of the menu whose path is none of the portal's.
func menuProblems(of site: Site, in pages: PublicPages) -> [Problem] {
    return site.menu.compactMap { entry in
        guard entry.path.hasPrefix("/") else { return nil }
        let path = String(entry.path.prefix { $0 != "#" && $0 != "?" })
        let isThere = site.settings.languages.allSatisfy { language in
            let paths = PortalPaths(settings: site.settings, language: language)
            return paths.isDynamic(path) || pages.places.has(paths.anywhere(path))
        }
        guard !isThere else { return nil }
        let main = site.settings.languages.first.map { "/" + site.prefix($0) } ?? "/"
        let known = pages.places.sorted.filter { $0.hasPrefix(main) }
        return entry.problem(
            "\(quoted(entry.path)) leads to no page", expected: "a page that the portal has in each of its languages",
            note: Problem.note(nearestTo: entry.path, among: known))
    }
}
