import Persian
import Portal

/// A piece of news as lists show it.
public struct NewsLine: Sendable {
    /// Its title.
    public let title: String
    /// One sentence; may be empty.
    public let summary: String
    /// Where its page is.
    public let path: String
    /// Its day.
    public let day: DayNumber
    /// The moment from which on the home page no longer shows it, in UTC seconds; nil for none.
    public let ends: Int?

    /// A line of a list.
    public init(title: String, summary: String, path: String, day: DayNumber, ends: Int?) {
        self.title = title
        self.summary = summary
        self.path = path
        self.day = day
        self.ends = ends
    }
}

/// A page of a list that is too long for one, and the way to those beside it.
public struct NewsListPlace: Sendable {
    /// Which page it is, from 1.
    public let number: Int
    /// How many there are.
    public let count: Int
    /// The path of each of them.
    public let path: @Sendable (Int) -> String

    /// A place in a list.
    public init(number: Int, count: Int, path: @escaping @Sendable (Int) -> String) {
        self.number = number
        self.count = count
        self.path = path
    }
}

extension Pages {
    /// The news, newest first.
    public func news(_ lines: [NewsLine], at place: NewsListPlace) -> Page {
        let isFirst = place.number == 1
        let title =
            isFirst
            ? texts(.newsTitle)
            : texts(.newsPage, ["number": count(place.number), "count": count(place.count)])
        let newer: HTML? = isFirst ? nil : link(to: place.path(place.number - 1), .newsNewer, "prev")
        let older: HTML? =
            place.number == place.count ? nil : link(to: place.path(place.number + 1), .newsOlder, "next")
        return Page(
            title: title,
            summary: texts(.newsSummary, ["organisation": settings.organisation[language]]),
            main: """
                <h1>\(title)</h1>
                \(list(lines, heading: 2))\
                \(if: place.count > 1, "<nav class=\"pages\" aria-label=\"\(texts(.pagesLabel))\">\(newer)\(older)</nav>\n")\
                <p><a href="\(paths.newsFeed)" type="application/atom+xml">\(texts(.newsFeed))</a></p>

                """)
    }

    /// One piece of news.
    ///
    /// - Parameter body: rendered Markdown without the title.
    public func newsItem(_ line: NewsLine, body: HTML) -> Page {
        Page(
            title: line.title, summary: line.summary,
            main: """
                <article>
                <h1>\(line.title)</h1>
                <p class="day">\(time(line.day))</p>
                \(if: !line.summary.isEmpty, "<p class=\"lead\">\(line.summary)</p>\n")\(body)
                </article>
                <p><a href="\(paths.news)">\(texts(.newsAll))</a></p>

                """)
    }

    /// The newest of the news, for the home page.
    func newestNews(_ lines: [NewsLine]) -> HTML {
        guard !lines.isEmpty else { return .empty }
        return """
            <section class="newest" data-timed="li">
            <h2>\(texts(.newsTitle))</h2>
            \(list(lines, heading: 3))\
            <p><a href="\(paths.news)">\(texts(.newsAll))</a></p>
            </section>

            """
    }

    private func list(_ lines: [NewsLine], heading: Int) -> HTML {
        let items = lines.map { line -> HTML in
            """
            <li\(if: line.ends != nil, " data-until=\"\(utc(line.ends ?? 0))\"")><h\(heading)><a href="\(line.path)">\(line.title)</a></h\(heading)>
            <p class="day">\(time(line.day))</p>\
            \(if: !line.summary.isEmpty, "\n<p>\(line.summary)</p>")</li>

            """
        }
        return "<ul class=\"news\">\n\(items)</ul>\n"
    }

    /// A day as the language writes it.
    private func time(_ day: DayNumber) -> HTML {
        "<time datetime=\"\((try? GregorianDate(day))?.short ?? "")\">\(texts.date(day))</time>"
    }

    private func link(to path: String, _ text: Text, _ rel: String) -> HTML {
        "<a href=\"\(path)\" rel=\"\(rel)\">\(texts(text))</a>"
    }
}
