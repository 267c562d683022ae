import Configuration
import Pages
import Portal
import Source
import Store

/// Everything that a release holds, before it is written anywhere.
struct ReleaseContent {
    let site: Site
    let shells: [Language: PageShell]
    private let assets: Assets
    private let pages: PublicPages

    init(_ site: Site) throws(SiteFault) {
        assets = Assets(site.theme, forms: site.forms)
        var site = site
        site.settings.loginScript = assets.paths["login.js"] ?? ""
        site.units = published(site, assets)
        self.site = site
        shells = try makeShells(site, assets)
        pages = PublicPages(site, shells: shells)
    }

    /// Hands out each file that the web server gets, with its path below the release.
    func forEachFile(_ take: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws {
        for file in assets.files { try take("public/" + file.path, file.bytes) }
        try pages.forEach { path, markup in try take("public/" + path, markup) }
        try take("public/units.json", try unitsJSON(site.units, site.settings))
    }

    /// The markup of the pages of text that dynamic pages show too.
    var fragments: [(name: String, language: Language, markup: [UInt8])] {
        site.pages.filter { ["natural-person", "company"].contains($0.name) }.map { page in
            (name: page.name, language: page.language, markup: pages.rendered(pages.filled(page)).bytes)
        }
    }

    /// What is worth mending in the pages of text.
    var pageWarnings: [Problem] { Generator.pageWarnings(of: site, in: pages) }
}
