import Configuration
import Processors
import Source
import Store

/// What a build has made.
public struct BuildResult: Sendable {
    /// The number of the release.
    public let release: Int
    /// How many files the web server gets, compressed ones aside.
    public let files: Int
    /// How many of them were taken over from the release that was served before.
    public let kept: Int
    /// What was done to the desk's data.
    public let preparation: Preparation
}

/// How a release is made.
public struct BuildOptions: Sendable {
    /// Whether each text file gets compressed forms beside it, for servers that send files as they are.
    public var compresses = true
    /// Whether units may be gone on which letters or clerks hang.
    public var mayOrphan = false
    /// Called now and then, from any thread, with how many files are done, of how many.
    public var progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }

    /// The defaults.
    public init() {}
}

/// How many releases stay: the one that is served, and those that can be served again.
private let keptReleases = 3

/// Makes a release and serves it: content → files → switch. Whatever fails leaves the old one as it is.
///
/// What the release that is served holds already is taken over, as a second name of the same file: what an edit does not
/// touch is not made again.
///
/// - Parameter opened: the served release, where somebody has begun to read it already.
public func build(
    _ content: ReleaseContent, home: String, beside opened: ServedRelease? = nil,
    options: BuildOptions = BuildOptions()
) throws -> BuildResult {
    let lock = try BuildLock(home: home)
    let served = opened?.isCurrent(in: home) == true ? opened : ServedRelease(home: home)
    let folder = try ReleaseFolder(home: home, compresses: options.compresses)
    do {
        let writer = ReleaseWriter(
            folder: folder.publicFolder, isReused: folder.isReused, served: served, options: options)
        let files = content.files(beside: served)
        let list = FileList(files)
        // Before the release is made durable, and so together with it.
        let remembering = Meanwhile { [list = content.site.unitsList, number = folder.number] in
            UnitsRead(home: home).set(list, of: number)
        }
        let atHand = served?.filesAtHand?.numbers(of: list, in: folder.publicFolder)
        let numbers = try writer.write(files, atHand: atHand) { try content.writeSnapshot(creating: folder.snapshot) }
        remembering.value
        folder.removeAll(but: list)
        try list.write(to: folder.path)
        EarlierAssets(home: home).join(folder.path, of: ReleaseFolder.numbers(in: home).suffix(keptReleases - 1))
        let data = Home(path: home).data
        let preparation = try Store.prepare(data)
        if !options.mayOrphan {
            // Asked last, as letters come in while a release is made.
            let found = try orphans(of: content.site, in: data)
            guard found.isEmpty else { throw SiteFault(found) }
        }
        try folder.publish()
        MakerMark(home: home).set(release: folder.number)
        FilesAtHand.remember(numbers, of: folder.number, in: home)
        folder.prune(keeping: keptReleases)
        _ = consume lock
        return BuildResult(
            release: folder.number, files: files.count, kept: numbers.count { $0 != 0 }, preparation: preparation)
    } catch {
        folder.abandon()
        throw error
    }
}
