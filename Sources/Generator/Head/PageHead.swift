import Pages
import Portal

/// What stands in the head of one static page besides what all pages have: where it is, in which languages it is there, and
/// how others show a link to it.
struct PageHead {
    /// The settings of the portal.
    let settings: PortalSettings
    /// Their scheme and host, as found out once for all pages.
    let origin: String
    /// The language of the page.
    let language: Language
    /// The same page in each language that it is there in, its own included, in the order of the portal's languages.
    let translations: [(language: Language, path: String)]
    /// Whether it stands for a day rather than for good.
    let isNews: Bool
    /// The path of the feed of the language's news; nil where it has none.
    let feed: String?

    /// The head of a page that stands in place of another: no search engine shall keep it.
    static let ofErrorPage: HTML = "\n<meta name=\"robots\" content=\"noindex\">"

    private var path: String { translations.first { $0.language == language }?.path ?? "/" }

    /// The head's markup; each line begins with its line feed.
    ///
    /// - Parameter page: the page that it is the head of.
    func html(for page: Page) -> HTML {
        // It names the other page as its address itself.
        guard page.successor == nil else { return .empty }
        let paths = PortalPaths(settings: settings, language: language)
        return """
            \(if: !page.summary.isEmpty, "\n<meta name=\"description\" content=\"\(page.summary)\">")
            <link rel="canonical" href="\(whole(path))">\
            \(alternates)\
            \(card(of: page))
            <link rel="manifest" href="\(paths.manifest)">\
            \(if: !settings.picture.isEmpty, "\n<link rel=\"apple-touch-icon\" href=\"\(settings.picture)\">")\
            \(feed.map { "\n<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\($0)\">" })\
            \(if: path == paths.home, organisation)
            """
    }

    /// "Each language version must list itself as well as all other language versions"
    /// (https://developers.google.com/search/docs/specialty/international/localized-versions).
    private var alternates: HTML? {
        guard translations.count > 1 else { return nil }
        let links = translations.map { one -> HTML in
            "\n<link rel=\"alternate\" hreflang=\"\(one.language.rawValue)\" href=\"\(whole(one.path))\">"
        }
        return "\(links)\n<link rel=\"alternate\" hreflang=\"x-default\" href=\"\(whole(translations[0].path))\">"
    }

    /// How a link to the page is shown in messengers (https://ogp.me).
    private func card(of page: Page) -> HTML {
        """

        <meta property="og:type" content="\(isNews ? "article" : "website")">
        <meta property="og:site_name" content="\(settings.name[language])">
        <meta property="og:title" content="\(page.title)">\
        \(if: !page.summary.isEmpty, "\n<meta property=\"og:description\" content=\"\(page.summary)\">")
        <meta property="og:url" content="\(whole(path))">
        <meta property="og:locale" content="\(language == .persian ? "fa_IR" : "en_GB")">\
        \(if: !settings.picture.isEmpty, "\n<meta property=\"og:image\" content=\"\(whole(settings.picture))\">")
        """
    }

    private var organisation: HTML {
        let facts = OrganisationFacts(
            name: settings.organisation[language], url: settings.address,
            logo: settings.picture.isEmpty ? nil : whole(settings.picture))
        return "\n<script type=\"application/ld+json\">\(HTML(trusted: facts.json))</script>"
    }

    private func whole(_ path: String) -> String { origin + path }
}
