import Configuration
import Source
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
    let content = try ReleaseContent(site)
    let folder = try ReleaseFolder(home: home)
    do {
        let files = try write(content, to: folder)
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

private func write(_ content: ReleaseContent, to folder: ReleaseFolder) throws -> Int {
    var count = 0
    try content.forEachFile { path, bytes in
        try folder.write(path, bytes)
        count += 1
    }
    try SnapshotWriter(creating: folder.snapshot).write(
        settings: content.site.settings, texts: content.site.texts, shells: content.shells,
        fragments: content.fragments, units: content.site.units, sounds: content.site.sounds.mapValues(\.bytes),
        refusedPasswords: content.site.refusedPasswords.bytes)
    return count
}

/// What is worth mending in a site that can be built; nothing is written. Throws what `build` would.
public func check(_ site: Site) throws(SiteFault) -> [Problem] {
    SiteFault(site.warnings + (try ReleaseContent(site).pageWarnings)).problems
}
