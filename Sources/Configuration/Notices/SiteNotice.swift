import Portal
import Source

/// A notice of the site, before it is made into markup.
public struct SiteNotice: Equatable, Sendable {
    /// Its weight and its times; without its text.
    public let notice: PortalNotice
    /// What it says in each language of the portal: a text with its place in the config.
    public let texts: [SitePage]
}

extension PortalConfig {
    /// The notices of a config that has no mistakes in them.
    func notices(in document: Document) -> [SiteNotice] {
        guard !wrong.contains("notices") else { return [] }
        return notices.enumerated().map { index, config in
            var notice = PortalNotice()
            notice.weight = config.weight
            notice.from = config.from?.utc(offset: settings.utcOffset) ?? notice.from
            notice.until = config.until?.utc(offset: settings.utcOffset) ?? notice.until
            let texts = languages.map { language in
                let path: [PathStep] = ["notices", .index(index), "text", .key(language.rawValue)]
                return SitePage(
                    name: "home", language: language, title: "", summary: "", markdown: config.text[language],
                    file: document.file, source: document.source, textOffset: document.node(at: path)?.offset ?? 0)
            }
            return SiteNotice(notice: notice, texts: texts)
        }
    }
}
