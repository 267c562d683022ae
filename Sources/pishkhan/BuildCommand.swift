import Configuration
import Generator
import Portal
import Source
import Store
import Watching

/// `pishkhan build`.
let buildCommand = Command(
    name: "build", summary: "generates the portal from its config and serves it from then on",
    usage: [
        "build [--strict] [--dry-run|--watch] [--force] [--uncompressed] [--config FILE] [--home DIR] [--address URL]"
    ],
    about: """
        Reads the config, the units, the texts, the pages and the theme, writes a new release beside the one that is
        served, and switches to it in one step. A mistake is reported as file:line:column, and the served release
        stays as it is. The first build also lays out the folder of the desk's data. A unit that is gone from the units
        file while it has letters that are under review or without a reply, or clerks, is a mistake too: replacedBy in
        its entry names the unit that takes over, and open: false closes it.
        """,
    options: [
        Option("--strict", "a warning stops the build as a mistake does"),
        Option(
            "--dry-run",
            """
            says what would change of the release that is served, and writes nothing: + is new, ~ is changed, - \
            is gone
            """),
        Option("--force", "lets units go on which letters or clerks hang"),
        Option(
            "--watch", "builds now and after each change of the site's files, until Ctrl-C; a mistake changes nothing"),
        Option("--uncompressed", "makes no gzip and Brotli files beside the text files, for a server that sends none"),
        .config,
        .home,
        .address,
    ]
) { arguments in
    guard arguments.words.isEmpty else { throw UsageFault.expected("no words, but '\(arguments.words[0])' was given") }
    _ = try arguments.address()
    guard arguments.has("--watch") else { return try buildOnce(arguments) }
    guard !arguments.has("--dry-run") else { throw UsageFault.expected("--watch or --dry-run, not both") }
    try follow(config: arguments.config, leavingOut: { arguments.ownHomes }, until: try StopSignal()) { tell in
        do {
            _ = try buildOnce(arguments, prefix: timeOfDay() + " ", telling: tell)
        } catch {
            complain(of: error)
        }
    }
    return .done
}

/// Reads, checks and builds, and says what was done.
private func buildOnce(
    _ arguments: Arguments, prefix: String = "", telling tell: (String) -> Void = { _ in }
) throws -> ExitCode {
    let named = arguments["--home"] ?? arguments.homeFromEnvironment ?? homeNamed(inConfig: arguments.config)
    let served = named.flatMap(ServedRelease.init(home:))
    var site = try readSite(config: arguments.config, beside: served?.units, telling: tell)
    if let address = try arguments.address() { site.settings.address = address }
    let content = try ReleaseContent(site, beside: served)
    if !arguments.has("--watch") {
        _ = Unmanaged.passRetained(KeptToTheEnd(site: site, content: content, served: served))
    }
    let report = ProblemReport(content.warnings, isStrict: arguments.has("--strict"))
    report.complain()
    guard report.isRight else { return .failed }
    let home =
        arguments["--home"] == nil && arguments.homeFromEnvironment == nil ? site.home : try arguments.home().path
    if arguments.has("--dry-run") {
        let orphans = arguments.has("--force") ? [] : knownOrphans(of: site, home: home)
        guard orphans.isEmpty else { throw SiteFault(orphans) }
        show(try ReleaseChanges(of: content, home: home))
        return .done
    }
    var options = BuildOptions()
    options.compresses = !arguments.has("--uncompressed")
    options.mayOrphan = arguments.has("--force")
    // The line is gone before anything else is said, also of what went wrong.
    let progress = Progress(of: "files")
    defer { progress.end() }
    options.progress = progress.report
    let result = try build(content, home: home, beside: named == home ? served : nil, options: options)
    progress.end()
    if case .upgraded(let old, let new, let copy) = result.preparation {
        Console.complain(
            "the database was brought from version \(old) to \(new); as it was before, it is in \(copy): delete that when all is well"
        )
    }
    let kept = result.kept == 0 ? "" : ", \(result.kept) of them as before"
    Console.print(
        "\(prefix)release \(result.release): \(result.files) files\(kept), in \(home)/releases/\(result.release)")
    return .done
}

/// What a process holds that ends after one build: hundreds of thousands of small pieces, which the kernel takes back faster
/// than they could be given back one by one.
private final class KeptToTheEnd {
    private let site: Site
    private let content: ReleaseContent
    private let served: ServedRelease?

    init(site: Site, content: ReleaseContent, served: ServedRelease?) {
        self.site = site
        self.content = content
        self.served = served
    }
}

/// What would be orphaned of a desk that can be read; nothing where there is none yet, or none for this user to read.
func knownOrphans(of site: Site, home: String) -> [Problem] {
    (try? orphans(of: site, in: Home(path: home).data)) ?? []
}

private func show(_ changes: ReleaseChanges) {
    for (sign, paths) in [("+", changes.added), ("~", changes.changed), ("-", changes.removed)] {
        for path in paths { Console.print("\(sign) \(path)") }
    }
    let counts = "\(changes.added.count) new, \(changes.changed.count) changed, \(changes.removed.count) gone"
    Console.print("\(counts), \(changes.unchanged) as before; nothing was written")
}
