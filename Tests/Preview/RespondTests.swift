import Source
import Testing

@testable import Preview

@Suite("What the preview answers")
struct RespondTests {
    struct Broken: Error {}

    let shown = Shown(
        number: 7,
        files: Self.files([
            "index.html": "<html><head></head><body class=\"a\">home</body></html>",
            "404.html": "<head></head><body>nothing here</body>",
            "en/404.html": "<head></head><body>nothing in English</body>",
            "guide/index.html": "<head></head><body>guide</body>", "assets/style.1.css": "body {}",
            ".well-known/security.txt": "Contact:",
        ]), prefixes: ["en"])

    private static func files(_ texts: [String: String]) -> ShownFiles {
        ShownFiles(texts.keys, redirects: ["/قدیم.html": "/guide/#راه", "/old": "https://a.example/?b=%20c"]) { path in
            if path == "broken.html" { throw Broken() }
            return texts[path].map { Array($0.utf8) }
        }
    }

    private func answer(
        _ target: String, method: String = "GET", showing shown: Shown? = nil
    ) throws -> (status: Int, text: String) {
        let head = try RequestHead(Array("\(method) \(target) HTTP/1.1\r\nHost: localhost".utf8))
        let answer = respond(to: head, showing: shown ?? self.shown)
        return (Int(answer.status.prefix(3)) ?? 0, String(decoding: answer.body, as: UTF8.self))
    }

    private func field(_ name: String, of target: String) throws -> String? {
        respond(to: try RequestHead(Array("GET \(target) HTTP/1.1\r\nHost: localhost".utf8)), showing: shown).fields
            .first { $0.name == name }?.value
    }

    @Test(
        "Each file is found by its address, a folder's index.html by the folder's, whatever the query",
        arguments: [
            ("/", "home"), ("/?x=/../y", "home"), ("/guide/", "guide"), ("/guide/index.html", "guide"),
            ("/%67uide/", "guide"),
            ("/assets/style.1.css", "body {}"), ("/.well-known/security.txt", "Contact:"),
        ])
    func found(target: String, text: String) throws {
        let found = try answer(target)
        #expect(found.status == 200 && found.text.contains(text))
    }

    @Test("A folder without its slash leads to the one with it")
    func slash() throws {
        #expect(try answer("/guide").status == 301)
        #expect(try field("Location", of: "/guide") == "/guide/")
    }

    @Test(
        "An old path leads to the new one",
        arguments: [
            ("/old?x", "https://a.example/?b=%20c"),
            ("/%D9%82%D8%AF%DB%8C%D9%85.html", "/guide/#%D8%B1%D8%A7%D9%87"),
        ])
    func redirects(target: String, location: String) throws {
        #expect(try answer(target).status == 301)
        #expect(try field("Location", of: target) == location)
    }

    @Test(
        "What is no file's address leads to the portal's own page for that",
        arguments: [
            "/guide/../index.html", "//index.html", "/./index.html", "/index.html%00.css", "/%", "/%ff", "/nothing",
            "/guide/index.html/", "/index.htm", "/assets/", "/assets", "/Guide/", "/..%2findex.html",
        ])
    func outside(target: String) throws {
        let found = try answer(target)
        #expect(found.status == 404 && found.text.contains("nothing here"), "\(found)")
    }

    @Test("A page that cannot be made is answered with the reason")
    func broken() throws {
        let found = try answer("/broken.html", showing: Shown(number: 1, files: Self.files(["broken.html": ""])))
        #expect(found.status == 500 && found.text.contains("Broken()"))
    }

    @Test("Below a language's path the portal's own page in that language says that there is nothing")
    func missingInLanguage() throws {
        #expect(try answer("/en/nothing/").text.contains("nothing in English"))
    }

    @Test("Pages get the script with the number of what is shown, other files nothing")
    func injection() throws {
        let page = try answer("/").text
        #expect(page.hasPrefix("<html><head><link rel=\"stylesheet\" href=\"/.preview/preview.css\"><script src="))
        #expect(page.contains("data-after=\"7\""))
        #expect(try answer("/nothing").text.contains("data-after=\"7\""))
        #expect(try answer("/assets/style.1.css").text == "body {}")
    }

    @Test("What is wrong stands at the top of each page, with place, line and caret, escaped")
    func problems() throws {
        var shown = shown
        let source = SourceText(Array("{\n  // <b>\n  نام: \"x\",\n}".utf8))
        shown.problems = ProblemList([
            Problem("unknown key \"<نام>\"", file: "site/portal.json5", source: source, offset: 13)
        ])
        let page = try answer("/", showing: shown).text
        #expect(page.contains("<body class=\"a\"><section id=\"preview-problems\""))
        #expect(page.contains("<span class=\"place\">site/portal.json5:3:3</span>"))
        #expect(page.contains("unknown key &quot;&lt;نام&gt;&quot;"))
        #expect(page.contains("<pre>  <mark>ن</mark>ام: &quot;x&quot;,\n  ^</pre>"), "\(page)")
        #expect(page.hasSuffix("home</body></html>"))
        #expect(try answer("/.preview/problems", showing: shown).text.hasPrefix("<section id=\"preview-problems\""))
    }

    @Test("Before the first build that succeeds, each page says what is wrong and waits")
    func firstBuild() throws {
        var shown = Shown(number: 1)
        #expect(try answer("/", showing: shown).status == 404)
        shown.problems = ProblemList("the disk is full")
        let found = try answer("/guide/", showing: shown)
        #expect(found.status == 500 && found.text.contains("the disk is full"))
        #expect(found.text.contains("/.preview/preview.js"))
    }

    @Test(
        "The CGI program's paths say that the preview has static pages only, also to a form",
        arguments: ["GET", "POST"])
    func dynamic(method: String) throws {
        for target in ["/cgi-bin/pishkhan", "/cgi-bin/pishkhan/desk?lang=fa", "/cgi-bin/%70ishkhan/<b>"] {
            let found = try answer(target, method: method)
            #expect(found.status == 501 && found.text.contains("cgi-bin/serve --config"), "\(target)")
            #expect(!found.text.contains("<b>"))
        }
        #expect(try answer("/cgi-bin/pishkhanx").status == 404)
    }

    @Test("Other methods are refused", arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
    func methods(method: String) throws {
        #expect(try answer("/", method: method).status == 405)
    }

    @Test("The preview's own files have their types, and nothing may be kept")
    func own() throws {
        #expect(try field("Content-Type", of: "/.preview/preview.js") == "text/javascript; charset=utf-8")
        #expect(try field("Content-Type", of: "/.preview/preview.css") == "text/css; charset=utf-8")
        #expect(try answer("/.preview/problems").status == 404)
        #expect(try answer("/.preview/../index.html").status == 404)
        #expect(try field("Cache-Control", of: "/assets/style.1.css") == "no-store")
    }

    @Test("HEAD has the head of GET and no body")
    func headOnly() throws {
        let head = try RequestHead(Array("HEAD / HTTP/1.1\r\nHost: localhost".utf8))
        let answer = respond(to: head, showing: shown)
        let bytes = answer.bytes(keepsAlive: true, isHead: true)
        #expect(String(decoding: bytes, as: UTF8.self).contains("Content-Length: \(answer.body.count)\r\n"))
        #expect(answer.bytes(keepsAlive: true, isHead: false) == bytes + answer.body)
    }
}
