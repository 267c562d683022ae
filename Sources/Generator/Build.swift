import Configuration
import Pages
import Portal
import Store

/// What a build has made.
public struct BuildResult: Sendable {
    /// The number of the release.
    public let release: Int
    /// How many files the web server gets.
    public let files: Int
    /// What was done to the desk's data.
    public let preparation: Preparation
}

/// Makes a release from a site and serves it: model → files → switch. Whatever fails leaves the old one as it is.
public func build(_ site: Site, home: String) throws -> BuildResult {
    let lock = try BuildLock(home: home)
    let assets = Assets(site.theme)
    var site = site
    site.settings.loginScript = assets.paths["login.js"] ?? ""
    let shells = try makeShells(site, assets)
    let folder = try ReleaseFolder(home: home)
    do {
        let files = try write(site, assets, shells, to: folder)
        let preparation = try Store.prepare(Home(path: home).data)
        try folder.publish()
        folder.prune(keeping: 3)
        _ = consume lock
        return BuildResult(release: folder.number, files: files, preparation: preparation)
    } catch {
        folder.abandon()
        throw error
    }
}

private func write(
    _ site: Site, _ assets: Assets, _ shells: [Language: PageShell], to folder: ReleaseFolder
) throws -> Int {
    var count = 0
    for file in assets.files {
        try folder.write("public/" + file.path, file.bytes)
        count += 1
    }
    let pages = PublicPages(site, shells: shells)
    try pages.forEach { path, markup in
        try folder.write("public/" + path, markup)
        count += 1
    }
    try folder.write("public/units.json", try unitsJSON(site.units, site.settings))
    let fragments = site.pages.filter { ["natural-person", "company"].contains($0.name) }.map { page in
        (name: page.name, language: page.language, markup: pages.rendered(pages.filled(page)).bytes)
    }
    try SnapshotWriter(creating: folder.snapshot).write(
        settings: site.settings, texts: site.texts, shells: shells, fragments: fragments, units: site.units,
        sounds: site.sounds.mapValues(\.bytes), refusedPasswords: site.refusedPasswords.bytes)
    return count + 1
}

/// Checks a site as `build` would, without writing anything.
public func check(_ site: Site) throws {
    _ = try makeShells(site, Assets(site.theme))
}
