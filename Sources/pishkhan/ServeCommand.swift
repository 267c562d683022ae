import Configuration
import Folders
import Generator
import Glibc
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
        Builds the site into a folder of its own, which is removed at the end, and shows the static pages at
        http://127.0.0.1:N/, to this computer only. After each save the site is built again and the browser loads its page
        anew; mistakes are shown over the page as the terminal shows them, until they are mended. The served release and the
        desk's data are not touched. The desk itself needs a web server: cgi-bin/serve of a checkout runs all of it. Ctrl-C
        ends it.
        """,
    options: [
        Option("--port", "N", "listens on this port, 1024 to 65535 (default: 8080, or the next free one)"),
        .config,
    ]
) { arguments in
    guard arguments.words.isEmpty else { throw UsageFault.expected("no words, but '\(arguments.words[0])' was given") }
    let ports = try arguments.ports()
    let stop = try StopSignal()
    let home = try PreviewHome()
    defer { home.remove() }
    let preview = try Preview(on: ports, root: home.path + "/current/public")
    preview.start()
    Console.print("preview \(preview.address)")
    try follow(config: arguments.config, leavingOut: { [home.path] + arguments.ownHomes }, until: stop) { tell in
        showBuilt(arguments.config, tell, in: home, on: preview)
    }
    return .done
}

/// One build, and what the terminal and the browsers see of it.
private func showBuilt(_ config: String, _ tell: @escaping (String) -> Void, in home: PreviewHome, on preview: Preview)
{
    do {
        var site = try readSite(config: config, telling: tell)
        site.settings.address = preview.address
        ProblemReport(try check(site), isStrict: false).complain()
        var options = BuildOptions()
        options.compresses = false
        options.isKept = false
        let result = try buildShowingProgress(site, home: home.path, options: options)
        let others = site.settings.languages.dropFirst().map(\.rawValue)
        preview.showBuilt(cgiPath: site.settings.cgiPath, prefixes: others)
        Console.complain("\(timeOfDay()) built \(result.files) files, \(result.files - result.kept) of them new")
    } catch {
        complain(of: error)
        if let fault = error as? SiteFault { preview.show(fault.problems) } else { preview.show(fault: "\(error)") }
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

/// The folder that a preview builds into.
private struct PreviewHome {
    let path: String

    init() throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/pishkhan-preview-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw ReleaseFault.system(doing: "make a folder in", path: folder, reason: String(cString: strerror(errno)))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() { Folder.remove(path) }
}
