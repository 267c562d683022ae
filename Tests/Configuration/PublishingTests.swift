import Persian
import Testing

@testable import Configuration

private func config(_ line: String) -> String {
    SmallSite.config.replacing("  languages:", "  \(line),\n  languages:")
}

@Test("Redirects and the contact for security are read")
func publishingIsRead() throws {
    let line =
        #"redirects: { "/راهنما.html": "/guide/", "/a": "https://example.org/?x=1#y" }, "#
        + #"security: { contact: ["tel:+982155550175"], expires: "1406/09/03" }"#
    let site = try SmallSite(["portal.json5": config(line)]).read()
    #expect(site.redirects.map(\.from) == ["/a", "/راهنما.html"])
    #expect(site.redirects.map(\.to) == ["https://example.org/?x=1#y", "/guide/"])
    #expect(site.security?.contacts == ["tel:+982155550175"])
    #expect(try site.security.map { try GregorianDate($0.expires).short } == "2027-11-24")
    #expect(try SmallSite().read().security == nil)
}

/// Each row: the line of the config, the column of the one complaint, and its beginning.
private let rows: [(String, Int, String)] = [
    ("redirects: []", 14, "redirects is an empty list; expected an object { … } with names of your own"),
    (
        #"redirects: { "x": "/guide/" }"#, 16,
        "\"x\" is no path that can lead on; expected a path that begins with a slash, as browsers show it"
    ),
    (#"redirects: { "/": "/guide/" }"#, 16, "\"/\" is no path that can lead on"),
    (#"redirects: { "//x": "/guide/" }"#, 16, "\"//x\" is no path that can lead on"),
    (#"redirects: { "/x?y": "/guide/" }"#, 16, "\"/x?y\" is no path that can lead on"),
    (#"redirects: { "/x y": "/guide/" }"#, 16, "\"/x y\" is no path that can lead on"),
    (#"redirects: { "/x%20y": "/guide/" }"#, 16, "\"/x%20y\" is no path that can lead on"),
    (#"redirects: { "/x$y": "/guide/" }"#, 16, "\"/x$y\" is no path that can lead on"),
    (#"redirects: { "/x": "guide" }"#, 22, "redirects.\"/x\" is \"guide\"; expected a path of the portal"),
    (#"redirects: { "/x": "//evil.example/" }"#, 22, "redirects.\"/x\" is \"//evil.example/\"; expected a path"),
    (#"redirects: { "/x": "/a\"b" }"#, 22, "redirects.\"/x\" is "),
    (#"redirects: { "/x": "/a\nb" }"#, 22, "redirects.\"/x\" is "),
    (#"redirects: { "/x": "/y", "/y": "/guide/" }"#, 22, "\"/y\" leads on itself; expected where that one leads"),
    (#"redirects: { "/x": "/x" }"#, 22, "\"/x\" leads on itself"),
    (#"security: { contact: [], expires: "1406/09/03" }"#, 24, "security.contact is an empty list; expected a list"),
    (
        #"security: { contact: ["x@example.org"], expires: "1406/09/03" }"#, 25,
        "security.contact[0] is \"x@example.org\"; expected mailto:, https:// or tel: and what follows it"
    ),
    (#"security: { contact: ["mailto:"], expires: "1406/09/03" }"#, 25, "security.contact[0] is \"mailto:\""),
    (
        #"security: { contact: ["tel:1"], expires: "1406/13/03" }"#, 44,
        "security.expires is \"1406/13/03\"; expected a day such as "
    ),
    (#"security: { contact: ["tel:1"] }"#, 13, "security lacks the key \"expires\""),
]

@Test("Each mistake in what is published is the only complaint, at its place", arguments: rows.indices)
func publishingMistake(index: Int) throws {
    let (line, column, beginning) = rows[index]
    let complaints = try SmallSite(["portal.json5": config(line)]).complaints
    #expect(complaints.count == 1, "\(complaints)")
    #expect(complaints.first?.hasPrefix("portal.json5:5:\(column): error: \(beginning)") == true, "\(complaints)")
}
