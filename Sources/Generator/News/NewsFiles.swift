import Configuration
import Pages
import Persian
import Portal

extension Site {
    /// How many pieces of news a page of the list has, and the feed.
    fileprivate static let newsOnPage = 20

    /// How many pages the list of the news has.
    fileprivate func newsPages(in language: Language) -> Int {
        ((news[language]?.count ?? 0) + Self.newsOnPage - 1) / Self.newsOnPage
    }

    /// The places of the pages of news, such as `news/`, `news/page-2/` and `news/opening/`.
    func newsPlaces(in language: Language) -> [String] {
        (0..<newsPages(in: language)).map { $0 == 0 ? "news/" : "news/page-\($0 + 1)/" }
            + (news[language] ?? []).map { $0.page.name + "/" }
    }

    /// Whether a place is that of a piece of news, not of their list.
    func isNews(_ place: String) -> Bool {
        place.hasPrefix("news/") && place != "news/" && !place.hasPrefix("news/page-")
    }
}

extension PublicPages {
    /// How many the home page has.
    private static let newsOnHomePage = 3

    /// The list, the pages and the feed of the news of a language; nothing where it has none.
    func newsFiles(in language: Language) -> [ReleaseFile] {
        let news = site.news[language] ?? []
        guard !news.isEmpty else { return [] }
        let pages = news.map { one in
            let (page, line) = (filled(one.page), line(one))
            return self.page(page.name + "/", language) { [self] in $0.newsItem(line, body: rendered(page)) }
        }
        let feed = ReleaseFile(site.prefix(language) + "news/feed.atom") { [self] in
            self.feed(of: news, in: language).bytes
        }
        return newsLists(news, in: language) + pages + [feed]
    }

    /// What the home page shows: the newest of those that are not over.
    func newest(in language: Language) -> [NewsLine] {
        Array((site.news[language] ?? []).map(line).filter { $0.ends ?? .max > moment }.prefix(Self.newsOnHomePage))
    }

    private func newsLists(_ news: [SiteNews], in language: Language) -> [ReleaseFile] {
        let paths = PortalPaths(settings: site.settings, language: language)
        let count = site.newsPages(in: language)
        return (1...count).map { number in
            let place = NewsListPlace(number: number, count: count) { paths.news(page: $0) }
            let shown = news.dropFirst((number - 1) * Site.newsOnPage).prefix(Site.newsOnPage)
            return page(number == 1 ? "news/" : "news/page-\(number)/", language) { [self] in
                $0.news(shown.map(line), at: place)
            }
        }
    }

    private func line(_ news: SiteNews) -> NewsLine {
        let page = filled(news.page)
        return NewsLine(
            title: page.title, summary: page.summary, path: site.place(of: page), day: news.day,
            ends: news.until.flatMap { DayNumber($0.value + 1).start(offset: site.settings.utcOffset) })
    }

    private func feed(of news: [SiteNews], in language: Language) -> AtomFeed {
        let paths = PortalPaths(settings: site.settings, language: language)
        let texts = frame.texts(language)
        let entries = news.prefix(Site.newsOnPage).map { one in
            let page = filled(one.page)
            let content = Markdown.render(
                page.markdown, link: { absolute($0, on: page) },
                picture: { target in
                    assets.picture(target, on: page, of: site).map {
                        Markdown.Picture(address: site.whole($0.address), size: $0.size)
                    }
                })
            return AtomFeed.Entry(
                title: page.title, summary: page.summary, address: site.whole(site.place(of: page)), day: one.day,
                content: content)
        }
        let title = texts(.titleWithPortal, ["title": texts(.newsTitle), "portal": site.settings.name[language]])
        return AtomFeed(
            language: language, title: title, author: site.settings.organisation[language],
            list: site.whole(paths.news),
            address: site.whole(paths.newsFeed), utcOffset: site.settings.utcOffset, entries: entries)
    }

    /// The whole address of a link, as a reader outside the portal needs it.
    private func absolute(_ target: String, on page: SitePage) -> String {
        switch destination(of: target, on: page) {
        case .inside(let path, let anchor): site.whole(path) + (anchor.map { "#" + $0 } ?? "")
        case .elsewhere: site.isDynamic(target) ? site.whole(target) : target
        }
    }
}
