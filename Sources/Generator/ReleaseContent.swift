import Configuration
import Glibc
import Pages
import Portal
import Source
import Store

/// Everything that a release holds, before it is written anywhere.
public struct ReleaseContent: Sendable {
    let site: Site
    /// What is worth mending in a site that can be built.
    public var warnings: [Problem] {
        SiteFault(
            site.warnings + publishingWarnings(of: site, in: pages, at: pages.moment)
                + pageWarnings(of: site, in: pages)
        ).problems
    }

    /// The units as a tree.
    var units: UnitTree { pages.units }
    /// What all pages share.
    let frame: Frame
    private let assets: Assets
    private let lists: UnitLists
    private let pages: PublicPages

    /// The content of a site; nothing is written.
    ///
    /// - Parameters:
    ///   - moment: when the release is made, in UTC seconds: what is over then, notices for one, is left out.
    ///   - served: a release from which units that are the same can be taken over.
    /// - Throws: what can only be seen once all is put together, such as a menu entry that leads nowhere.
    public init(
        _ site: Site, at moment: Int = buildMoment(), beside served: ServedRelease? = nil
    ) throws(SiteFault) {
        var tree = UnitTree(site.units, like: served?.tree)
        lists = UnitLists(tree, in: site.settings.languages, beside: served)
        let pictures = PictureLinks(site)
        assets = Assets(site, pictures, lists)
        var site = site
        site.settings.scripts = assets.scripts
        site.settings.picture = assets.picture
        site.settings.notices = notices(of: site, at: moment)
        site.units = published(tree, of: site, assets, beside: served)
        tree.share(site.units)
        self.site = site
        frame = try Frame(site, assets)
        pages = PublicPages(site, frame, tree, lists, pictures, assets, at: moment)
        let problems = menuProblems(of: site, in: pages) + pictureProblems(of: pictures)
        guard problems.isEmpty else { throw SiteFault(problems) }
    }

    /// The files that the web server gets.
    ///
    /// - Parameter served: the release that is served; what it is known to hold is marked.
    func files(beside served: ServedRelease?) -> [ReleaseFile] {
        let list = ReleaseFile("units.json") { [site] in unitsJSON(site.units, site.settings) }
        // The largest first: at the end one processor would be at it while the others have nothing left to do.
        let assets = lists.isBeside(served) ? assets.files : assets.files.map { ReleaseFile($0.path, make: $0.make) }
        return [list] + Sitemap.files(of: pages.places.listed, at: site.settings.address) + assets
            + wellKnownFiles + pages.files(beside: served)
    }

    /// What programs ask for by its name.
    private var wellKnownFiles: [ReleaseFile] {
        let settings = site.settings
        let manifests = settings.languages.map { language in
            ReleaseFile(site.prefix(language) + "manifest.json") { [icons = assets.icons] in
                WebManifest(settings, language, icons: icons).json
            }
        }
        let security = site.security.map { contact in
            ReleaseFile(".well-known/security.txt") { securityText(contact, settings) }
        }
        return manifests + [ReleaseFile("robots.txt") { robotsText(settings) }] + (security.map { [$0] } ?? [])
    }

    /// The markup of the pages of text that dynamic pages show too.
    var fragments: [(name: String, language: Language, markup: [UInt8])] {
        site.pages.filter { ["natural-person", "company"].contains($0.name) }.map { page in
            (name: page.name, language: page.language, markup: pages.rendered(pages.filled(page)).bytes)
        }
    }

    /// The redirects for each web server.
    var redirects: RedirectSnippets { RedirectSnippets(site) }

    /// Writes what the CGI program reads, and what the web server includes in its configuration.
    func writeSnapshot(creating folder: String) throws {
        try SnapshotWriter(creating: folder).write(
            settings: site.settings, texts: site.texts, shells: frame.shells, fragments: fragments, units: site.units,
            sounds: site.sounds.mapValues(\.bytes), refusedPasswords: site.refusedPasswords.bytes)
        let writer = try FileWriter(folder: folder, isReused: false, served: nil, compresses: false)
        for file in redirects.files { _ = try writer.put(file) }
    }
}

/// The moment for which releases are made, in UTC seconds: the clock's, unless `SOURCE_DATE_EPOCH` is set
/// (https://reproducible-builds.org/specs/source-date-epoch/).
public func buildMoment() -> Int {
    getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } ?? Int(time(nil))
}
