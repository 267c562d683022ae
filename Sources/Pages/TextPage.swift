import Portal

extension Pages {
    /// A page of the administrator's own text.
    ///
    /// - Parameter body: rendered Markdown without the title.
    public func text(title: String, summary: String, body: HTML) -> Page {
        Page(
            title: title, summary: summary,
            main: "<h1>\(title)</h1>\n\(if: !summary.isEmpty, "<p class=\"lead\">\(summary)</p>\n")\(body)\n")
    }

    /// The home page: what the service is, and the way in.
    ///
    /// - Parameter news: the newest of the news, newest first.
    public func home(title: String, summary: String, body: HTML, news: [NewsLine] = []) -> Page {
        Page(
            title: settings.name[language], summary: summary,
            main: """
                <section class="hero">
                <div>
                <h1>\(title)</h1>
                <p class="lead">\(summary)</p>
                <a class="button" href="\(paths.login)">\(texts(.startButton))</a>
                </div>
                </section>
                \(body)
                \(newestNews(news))\
                <div class="actions"><a class="button" href="\(paths.login)">\(texts(.startButton))</a>\
                <a class="button secondary" href="\(paths.units)">\(texts(.menuUnits))</a></div>

                """)
    }
}
