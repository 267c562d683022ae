import BuiltIn
import CGI
import Pages
import Portal

/// What a preview shows at one moment.
struct Shown: Sendable {
    /// Another number after each build.
    var number: Int
    /// The files; none before the first build that succeeds.
    var files = ShownFiles.none
    /// Where the web server would mount the CGI program.
    var cgiPath = "/cgi-bin/pishkhan"
    /// The codes of the languages whose pages have a path of their own, such as `en`.
    var prefixes: [String] = []
    /// What was wrong at the last build; nil where it succeeded.
    var problems: ProblemList?

    /// The line that makes a page follow the builds.
    var script: HTML { "<script src=\"/.preview/preview.js\" data-after=\"\(number)\" defer></script>" }
}

/// The answer to a request, but for the stream of events. A page that cannot be made is answered with the reason.
func respond(to head: RequestHead, showing shown: Shown) -> Answer {
    do {
        return try answer(to: head, showing: shown)
    } catch {
        let problems = ProblemList("\(error)").markup(isAbovePage: false)
        return .page("500 Internal Server Error", title: "The build failed", problems, head: shown.script)
    }
}

private func answer(to head: RequestHead, showing shown: Shown) throws -> Answer {
    let path = percentDecoded(String(head.target.prefix { $0 != "?" && $0 != "#" })) ?? "/%"
    if path == shown.cgiPath || path.hasPrefix(shown.cgiPath + "/") { return dynamic(path, shown) }
    guard ["GET", "HEAD"].contains(head.method) else {
        var answer = Answer.page(
            "405 Method Not Allowed", title: "Only GET", "<h1>The preview answers GET and HEAD only</h1>")
        answer.fields.append(("Allow", "GET, HEAD"))
        return answer
    }
    if path.hasPrefix("/.preview/") { return own(path.dropFirst("/.preview/".count), shown) }
    switch try shown.files.find(path) {
    case .file(let type, let bytes)?: return answer("200 OK", type, bytes, shown)
    case .folder?: return .moved(to: path + "/")
    case .moved(let target)?: return .moved(to: target)
    case nil: return try missing(path, shown)
    }
}

private func answer(_ status: String, _ type: String, _ bytes: [UInt8], _ shown: Shown) -> Answer {
    guard type.hasPrefix("text/html") else { return Answer(status, type: type, bytes) }
    return Answer(
        status, type: type, injected(bytes, script: shown.script, problems: shown.problems?.markup(isAbovePage: true)))
}

/// The portal's own page for a path that leads nowhere; before the first build that succeeds, what is wrong.
private func missing(_ path: String, _ shown: Shown) throws -> Answer {
    let prefix = shown.prefixes.first { path.hasPrefix("/\($0)/") }
    if case .file(let type, let bytes)? = try shown.files.find("/\(prefix.map { $0 + "/" } ?? "")404.html") {
        return answer("404 Not Found", type, bytes, shown)
    }
    guard let problems = shown.problems else {
        return .page("404 Not Found", title: "Not found", "<h1>There is nothing here</h1>", head: shown.script)
    }
    return .page(
        "500 Internal Server Error", title: "The build failed", problems.markup(isAbovePage: false), head: shown.script)
}

private func own(_ name: Substring, _ shown: Shown) -> Answer {
    if name == "problems", let problems = shown.problems {
        return Answer("200 OK", type: "text/html; charset=utf-8", problems.markup(isAbovePage: true).bytes)
    }
    guard let file = BuiltIn.preview[String(name)] else {
        return .page("404 Not Found", title: "Not found", "<h1>The preview has nothing of this name</h1>")
    }
    return Answer("200 OK", type: MediaType.of(file.path)?.name ?? MediaType.unknown, file.bytes)
}

private func dynamic(_ path: String, _ shown: Shown) -> Answer {
    .page(
        "501 Not Implemented", title: "Not in the preview",
        """
        <h1>The preview shows static pages only</h1>
        <p><code>\(path)</code> is answered by the program pishkhan-cgi behind a web server. In a checkout,
        <code>cgi-bin/serve --config FILE</code> runs the whole portal with the desk, the letters and the staff's pages.</p>
        <p><a href="/">Home page</a></p>
        """, head: shown.script)
}
