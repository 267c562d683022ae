import Source
import Testing

@testable import Configuration

private let noto = "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"

private func site(_ look: String, _ files: [String: String?] = [:]) throws -> SmallSite {
    try SmallSite(
        ["portal.json5": SmallSite.config.replacing("languages:", "look: \(look),\n  languages:")].merging(files) { $1 }
    )
}

@Test("Without a font in the config it is the distribution's, in two weights, for the Arabic script")
func distributionFont() throws {
    let theme = try SmallSite().read().theme
    #expect(theme.fonts.map(\.asset) == ["font.woff2", "font-bold.woff2"])
    #expect(theme.fonts.map(\.weight) == ["400", "700"])
    #expect(theme.fonts.allSatisfy { $0.range?.contains("U+0600-06FF") == true })
    for font in theme.fonts { #expect(theme.assets.first { $0.name == font.asset }?.bytes == font.bytes) }
}

@Test(
    "Where the distribution's font is not on the machine, a warning says what to install, and the site is built without"
)
func noDistributionFont() {
    let noted = Noted()
    #expect(readFonts(Look(), in: ["/nowhere", "/nowhere/else"], noting: noted, place: { $0 }).isEmpty)
    #expect(
        noted.problems.map(\.description) == [
            "/nowhere/NotoSansArabic-Regular.ttf:1:1: warning: not on this machine, so pages have no font of their own; expected Debian's package fonts-noto-core, or look.font in the config"
        ])
}

@Test("A font of the administrator's own is for all letters, and none is none")
func ownFont() throws {
    let own = try site("{ font: \"\(noto)\" }").read().theme
    #expect(own.fonts.map(\.weight) == ["400"])
    #expect(own.fonts.map(\.range) == [nil])
    #expect(
        try site("{ font: \"\(noto)\", boldFont: \"\(noto)\" }").read().theme.fonts.map(\.weight) == ["400", "700"])
    let none = try site("{ font: \"none\" }").read().theme
    #expect(none.fonts.isEmpty && !none.assets.contains { $0.name.hasSuffix(".woff2") })
}

@Test(
    "What is no font is the only complaint, at its place",
    arguments: [
        ("{ font: \"x.woff2\" }", "x.woff2:1:1: error: not a whole font; expected a WOFF2, TrueType or OpenType file"),
        ("{ font: \"none.woff2\" }", "none.woff2:1:1: error: cannot be read"),
        (
            "{ font: \"x.eot\" }",
            "portal.json5:5:17: error: look.font is \"x.eot\"; expected \"none\", or the path of a"
        ),
        (
            "{ boldFont: \"\(noto)\" }",
            "portal.json5:5:21: error: look.boldFont stands without its font; expected font:"
        ),
        (
            "{ font: \"none\", boldFont: \"\(noto)\" }",
            "portal.json5:5:35: error: look.boldFont stands without its font"
        ),
        (
            "{ font: \"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf\" }",
            "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf:1:1: error: a font without the letter ا; expected a font for"
        ),
    ])
func wrongFont(look: String, complaint: String) throws {
    let complaints = try site(look, ["x.woff2": "wOF2"]).complaints
    #expect(complaints.count == 1, "\(complaints)")
    #expect(complaints.first?.hasPrefix(complaint) == true, "\(complaints)")
}
