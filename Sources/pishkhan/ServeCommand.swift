import Configuration
import Generator
import Portal
import Preview
import Source
import Watching

/// `pishkhan serve`.
let serveCommand = Command(
    name: "serve", summary: "shows the site in a browser and follows each edit",
    usage: [
        "serve [--port N] [--config FILE]"
    ],
    about: """
        Shows the static pages at http://127.0.0.1:N/, to this computer only; each is made when a browser asks for it, and
        nothing is written. After each save the browser loads its page anew; mistakes are shown over the page as the terminal
        shows them, until they are mended. The served release and the desk's data are not touched. The desk itself needs a
        web server: cgi-bin/serve of a checkout runs all of it. Ctrl-C ends it.
        """,
    options: [
        Option("--port", "N", "listens on this port, 1024 to 65535 (default: 8080, or the next free one)"),
        .config,
    ]
) { arguments in
    guard arguments.words.isEmpty else { throw UsageFault.expected("no words, but '\(arguments.words[0])' was given") }
    let ports = try arguments.ports()
    let stop = try StopSignal()
    let preview = try Preview(on: ports)
    var isFirst = true
    try follow(config: arguments.config, leavingOut: { arguments.ownHomes }, until: stop) { tell in
        show(arguments.config, tell, on: preview)
        guard isFirst else { return }
        // Whoever reads this line finds the pages, or what is wrong.
        try preview.start()
        Console.print("preview \(preview.address)")
        isFirst = false
    }
    return .done
}

/// Reads the site, and tells the terminal and the browsers what came of it.
private func show(_ config: String, _ tell: (String) -> Void, on preview: Preview) {
    do throws(SiteFault) {
        var site = try readSite(config: config, telling: tell)
        site.settings.address = preview.address
        let content = try ReleaseContent(site)
        ProblemReport(content.warnings, isStrict: false).complain()
        let files = StaticFiles(content)
        let others = site.settings.languages.dropFirst().map(\.rawValue)
        let redirects = Dictionary(site.redirects.map { ($0.from, $0.to) }) { first, _ in first }
        preview.show(
            ShownFiles(files.paths, redirects: redirects, make: files.make), cgiPath: site.settings.cgiPath,
            prefixes: others)
        Console.complain("\(timeOfDay()) showing \(files.paths.count) files")
    } catch {
        complain(of: error)
        preview.show(error.problems)
    }
}

extension Arguments {
    fileprivate func ports() throws(UsageFault) -> ClosedRange<Int> {
        guard let text = self["--port"] else { return 8_080...8_180 }
        guard let port = Int(text), (1_024...65_535).contains(port) else {
            throw .expected("a number from 1024 to 65535 after --port, not '\(text)'")
        }
        return port...port
    }
}
