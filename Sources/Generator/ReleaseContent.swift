import Configuration
import Pages
import Portal
import Source
import Store

/// Everything that a release holds, before it is written anywhere.
struct ReleaseContent: Sendable {
    let site: Site
    /// What all pages share.
    let frame: Frame
    private let assets: Assets
    private let pages: PublicPages

    init(_ site: Site) throws(SiteFault) {
        let lists = UnitLists(site)
        assets = Assets(site.theme, forms: site.forms, indexes: lists.indexes)
        var site = site
        site.settings.loginScript = assets.paths["login.js"] ?? ""
        site.units = published(site, assets)
        self.site = site
        frame = try Frame(site, assets)
        pages = PublicPages(site, frame, lists, indexes: assets.indexes)
        let problems = menuProblems(of: site, in: pages)
        guard problems.isEmpty else { throw SiteFault(problems) }
    }

    /// The files that the web server gets.
    ///
    /// - Parameter served: the release that is served; what it is known to hold is marked.
    func files(beside served: ServedRelease?) -> [ReleaseFile] {
        let list = ReleaseFile("units.json") { [site] in unitsJSON(site.units, site.settings) }
        return assets.files + pages.files(beside: served) + [list]
    }

    /// The markup of the pages of text that dynamic pages show too.
    var fragments: [(name: String, language: Language, markup: [UInt8])] {
        site.pages.filter { ["natural-person", "company"].contains($0.name) }.map { page in
            (name: page.name, language: page.language, markup: pages.rendered(pages.filled(page)).bytes)
        }
    }

    /// What is worth mending in the pages of text.
    var pageWarnings: [Problem] { Generator.pageWarnings(of: site, in: pages) }

    /// Writes what the CGI program reads.
    func writeSnapshot(creating folder: String) throws {
        try SnapshotWriter(creating: folder).write(
            settings: site.settings, texts: site.texts, shells: frame.shells, fragments: fragments, units: site.units,
            sounds: site.sounds.mapValues(\.bytes), refusedPasswords: site.refusedPasswords.bytes)
    }
}
