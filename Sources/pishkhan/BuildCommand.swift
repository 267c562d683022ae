import Configuration
import Generator
import Portal
import Store

/// `pishkhan build`.
let buildCommand = Command(
    name: "build", summary: "generates the portal from its config and serves it from then on",
    usage: [
        "build [--strict] [--dry-run] [--uncompressed] [--config FILE] [--home DIR] [--address URL]"
    ],
    about: """
        Reads the config, the units, the texts, the pages and the theme, writes a new release beside the one that is
        served, and switches to it in one step. A mistake is reported as file:line:column, and the served release
        stays as it is. The first build also lays out the folder of the desk's data.
        """,
    options: [
        Option("--strict", "a warning stops the build as a mistake does"),
        Option(
            "--dry-run",
            """
            says what would change of the release that is served, and writes nothing: + is new, ~ is changed, - \
            is gone
            """),
        Option("--uncompressed", "makes no gzip and Brotli files beside the text files, for a server that sends none"),
        .config,
        .home,
        Option("--address", "URL", "the portal's address, in place of the config's"),
    ]
) { arguments in
    var site = try readSite(config: arguments.config)
    let report = ProblemReport(try check(site), isStrict: arguments.has("--strict"))
    report.complain()
    guard report.isRight else { return .failed }
    if let address = arguments["--address"] {
        guard PortalSettings.isAddress(address) else {
            throw UsageFault.expected("an address such as https://desk.example.org/ after --address")
        }
        site.settings.address = address
    }
    let home =
        arguments["--home"] == nil && arguments.homeFromEnvironment == nil ? site.home : try arguments.home().path
    if arguments.has("--dry-run") {
        show(try ReleaseChanges(of: site, home: home))
        return .done
    }
    var options = BuildOptions()
    options.compresses = !arguments.has("--uncompressed")
    let result = try build(site, home: home, options: options)
    if case .upgraded(let old, let new, let copy) = result.preparation {
        Console.complain(
            "the database was brought from version \(old) to \(new); as it was before, it is in \(copy): delete that when all is well"
        )
    }
    let kept = result.kept == 0 ? "" : ", \(result.kept) of them as before"
    Console.print("release \(result.release): \(result.files) files\(kept), in \(home)/releases/\(result.release)")
    return .done
}

private func show(_ changes: ReleaseChanges) {
    for (sign, paths) in [("+", changes.added), ("~", changes.changed), ("-", changes.removed)] {
        for path in paths { Console.print("\(sign) \(path)") }
    }
    let counts = "\(changes.added.count) new, \(changes.changed.count) changed, \(changes.removed.count) gone"
    Console.print("\(counts), \(changes.unchanged) as before; nothing was written")
}
