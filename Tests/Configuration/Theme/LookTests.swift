import Testing

@testable import Configuration

private let style = """
    :root { --ground: #fff; --ink: #000; --brand: #460; --surface: #fff; }
    @media screen and (prefers-color-scheme: dark) { :root { --ground: #111; --ink: #eee; --surface: #222; } }

    """

private func site(_ look: String, _ files: [String: String?] = [:]) throws -> SmallSite {
    try SmallSite(
        [
            "portal.json5": SmallSite.config.replacing("languages:", "look: \(look),\n  languages:"),
            "theme/style.css": style,
        ].merging(files) { $1 })
}

private func styleSheet(_ look: String) throws -> String {
    let assets = try site(look).read().theme.assets
    return String(decoding: try #require(assets.first { $0.name == "style.css" }).bytes, as: UTF8.self)
}

@Test("Without a look the theme's style sheet is published as it is")
func noLook() throws { #expect(try styleSheet("{}") == style) }

@Test("A colour of the config stands behind the theme's, on screens only, with what is made from it")
func colour() throws {
    let sheet = try styleSheet("{ light: { accent: \"#FC0\" }, dark: { accent: \"#804000\" }, corner: 0 }")
    #expect(
        sheet == style + """

            :root { --round: 0px; }

            @media screen { :root { --accent: #ffcc00; --accent-over: #ffd940; --on-accent: #000000; } }

            @media screen and (prefers-color-scheme: dark) { :root { --accent: #804000; --accent-over: #603000; --on-accent: #ffffff; } }

            """)
}

@Test("A colour for light screens alone leaves the theme's dark ones as they are")
func lightAlone() throws {
    let sheet = try styleSheet("{ light: { ground: \"#ffeedd\" } }").replacing(style, "")
    #expect(sheet.hasPrefix("\n@media screen { :root { --edge: #736b63; --ground: #ffeedd; "), "\(sheet)")
    #expect(
        sheet.hasSuffix(
            "\n@media screen and (prefers-color-scheme: dark) { :root { --ground: #111111; --surface: #222222; } }\n"),
        "\(sheet)")
}

@Test(
    "Whatever the colour, what is written on it can be read, and so is what is made for dark screens",
    arguments: ["#000", "#fff", "#777", "#767676", "#0b4f4a", "#f00", "#0000ff", "#ffff00", "#00ff00", "#46286a"])
func readable(colour: String) throws {
    let read = try site("{ light: { brand: \"\(colour)\", accent: \"\(colour)\" }, dark: { ground: \"#101010\" } }")
        .read()
    #expect(read.warnings.map(\.message) == [])
    let action = try site("{ light: { action: \"\(colour)\" } }").read()
    #expect(action.warnings.allSatisfy { $0.message.contains("on light screens") }, "\(action.warnings)")
    #expect(action.warnings.allSatisfy { $0.message.hasPrefix("--link on ") }, "\(action.warnings)")
}

@Test("A contrast that is too low is a warning at the colour of the config")
func lowContrast() throws {
    let site = try site("{ light: { ink: \"#999\" }, dark: { action: \"#555\" } }")
    let warnings = try site.read().warnings.map { $0.description.replacing(site.folder + "/", "") }
    #expect(warnings.count == 8, "\(warnings)")
    #expect(warnings[0].hasPrefix("portal.json5:5:25: warning: --ink on --ground has a contrast of 2.8:1 on light"))
    #expect(warnings[7].hasPrefix("portal.json5:5:51: warning: --link on --surface has a contrast of 2."))
}

@Test(
    "What is no look is the only complaint, at its place",
    arguments: [
        (
            "{ light: { brand: \"red\" } }",
            "portal.json5:5:27: error: look.light.brand is \"red\"; expected a colour such as"
        ),
        ("{ dark: { brnad: \"#000\" } }", "portal.json5:5:19: error: unknown key \"brnad\""),
        (
            "{ corner: 25 }",
            "portal.json5:5:19: error: look.corner is 25; expected a whole number from 0 to 24 (pixels)"
        ),
        ("{ logo: \"none.svg\" }", "none.svg:1:1: error: cannot be read"),
        (
            "{ logo: \"theme/style.css\" }",
            "theme/style.css:1:1: error: neither SVG nor PNG; expected an SVG or PNG file"
        ),
    ])
func noLook(look: String, complaint: String) throws {
    let complaints = try site(look).complaints
    #expect(complaints.count == 1, "\(complaints)")
    #expect(complaints.first?.hasPrefix(complaint) == true, "\(complaints)")
}

@Test(
    "A logo is published beside the theme's files",
    arguments: ["<svg xmlns='x'/>", "<?xml version='1.0'?>\n<!-- é -->\n<svg>"])
func logo(text: String) throws {
    let theme = try site("{ logo: \"ours.svg\" }", ["ours.svg": text]).read().theme
    #expect(theme.logo == "logo.svg")
    #expect(theme.assets.first { $0.name == "logo.svg" }?.bytes == Array(text.utf8))
}

@Test("A file that is larger than 200 KB is no logo")
func largeLogo() throws {
    func complaints(_ size: Int) throws -> [String] {
        try site("{ logo: \"ours.svg\" }", ["ours.svg": "<svg>" + String(repeating: " ", count: size - 5)]).complaints
    }
    #expect(try complaints(200_000) == [])
    #expect(try complaints(200_001).first?.contains("too large for a logo") == true)
}
