import Configuration
import Pages
import Portal
import Store

/// What all pages of a release share: where it changes, all of them are made anew.
struct Frame: Equatable, Sendable {
    /// What the config says.
    let settings: PortalSettings
    /// The words of each language.
    let texts: [Language: Texts]
    /// The theme's shell for each language.
    let shells: [Language: PageShell]

    /// The frame of a site.
    init(_ site: Site, _ assets: Assets) throws(SiteFault) {
        settings = site.settings
        texts = Dictionary(
            uniqueKeysWithValues: site.settings.languages.map {
                ($0, Texts(language: $0, table: site.texts[$0] ?? StringTable([])))
            })
        shells = try makeShells(site, texts, assets)
    }

    /// The frame of a release, from its snapshot; nil where a part of it cannot be read.
    init?(_ snapshot: PortalSnapshot) {
        settings = snapshot.settings
        var texts: [Language: Texts] = [:]
        var shells: [Language: PageShell] = [:]
        for language in settings.languages {
            guard let words = try? snapshot.texts(language), let shell = try? snapshot.shell(language) else {
                return nil
            }
            texts[language] = words
            shells[language] = shell
        }
        self.texts = texts
        self.shells = shells
    }

    /// The words of a language; the languages of the settings have some.
    func texts(_ language: Language) -> Texts { texts[language] ?? Texts(language: language, table: StringTable([])) }

    /// A page as a whole document.
    ///
    /// - Parameters:
    ///   - otherLanguages: the same page in the portal's other languages.
    ///   - head: what stands in its head; nil for a page that no address leads to.
    func document(
        in language: Language, otherLanguages: [(language: Language, path: String)], head: PageHead? = nil,
        _ make: (Pages) -> Page
    ) -> [UInt8] {
        guard let shell = shells[language] else { return [] }
        let pages = Pages(
            settings: settings, texts: texts(language), otherLanguages: otherLanguages, showing: .file)
        let page = make(pages)
        return pages.document(page, in: shell, head: head?.html(for: page) ?? PageHead.ofErrorPage)
    }
}
