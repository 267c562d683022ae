import Foundation
import Portal
import Testing

@testable import Configuration

@Test("The smallest site reads, and what it does not name has its default")
func smallestSite() throws {
    let site = try SmallSite().read()
    var expected = PortalSettings()
    expected.name.persian = "پیشخوان"
    expected.organisation.persian = "شهرداری"
    expected.address = "https://desk.example.org/"
    expected.languages = [.persian]
    #expect(site.settings == expected)
    #expect(site.units.map(\.id) == ["top", "law"])
    #expect(site.units.map(\.parent) == [nil, "top"])
    #expect(site.page("guide", .persian)?.title == "عنوان")
    #expect(site.page("guide", .persian)?.markdown == "متن\n")
    #expect(site.page("guide", .english) == nil)
}

/// Each row: what is wrong, the file, its whole text (nil: it is missing), the beginning of the one complaint.
private let rows: [(String, String, String?, String)] = [
    (
        "a key that is missing", "portal.json5",
        SmallSite.config.replacing("  address: \"https://desk.example.org/\",\n", ""),
        "portal.json5:1:1: error: the file lacks the key \"address\"; expected address: http://"
    ),
    (
        "a misspelt key", "portal.json5", SmallSite.config.replacing("languages", "langauges"),
        "portal.json5:5:3: error: unknown key \"langauges\"; expected one of "
    ),
    (
        "a wrong type", "portal.json5", SmallSite.config.replacing("[\"fa\"]", "\"fa\""),
        "portal.json5:5:14: error: languages is \"fa\"; expected a list"
    ),
    (
        "no language", "portal.json5", SmallSite.config.replacing("[\"fa\"]", "[]"),
        "portal.json5:5:14: error: languages is an empty list"
    ),
    (
        "a language twice", "portal.json5", SmallSite.config.replacing("[\"fa\"]", "[\"fa\", \"fa\"]"),
        "portal.json5:5:14: error: languages names a language twice"
    ),
    (
        "no text in a language of the portal", "portal.json5",
        SmallSite.config.replacing("{ fa: \"شهرداری\" }", "{ en: \"x\" }"),
        "portal.json5:3:17: error: organisation lacks its text in fa"
    ),
    (
        "a comma too few", "portal.json5", SmallSite.config.replacing("},\n  organisation", "}\n  organisation"),
        "portal.json5:3:3: error: "
    ),
    (
        "an address without a slash", "portal.json5", SmallSite.config.replacing(".org/", ".org"),
        "portal.json5:4:12: error: address is \"https://desk.example.org\"; expected http://"
    ),
    (
        "an address with a path", "portal.json5", SmallSite.config.replacing(".org/", ".org/desk/"),
        "portal.json5:4:12: error: address is "
    ),
    (
        "an address without a host", "portal.json5",
        SmallSite.config.replacing("https://desk.example.org/", "https:///"), "portal.json5:4:12: error: address is "
    ),
    (
        "an id with capitals", "units.json5", SmallSite.units.replacing("id: \"law\"", "id: \"Law\""),
        "units.json5:3:9: error: [1].id is "
    ),
    (
        "an id of 65 letters", "units.json5",
        SmallSite.units.replacing("id: \"law\"", "id: \"\(String(repeating: "a", count: 65))\""),
        "units.json5:3:9: error: [1].id is "
    ),
    (
        "an id that stands twice", "units.json5",
        SmallSite.units.replacing("id: \"law\"", "id: \"top\"").replacing(", parent: \"top\"", ""),
        "units.json5:3:9: error: duplicate unit id \"top\"; expected another id; the first stands at 2:9"
    ),
    (
        "a parent that is none", "units.json5", SmallSite.units.replacing("parent: \"top\"", "parent: \"tip\""),
        "units.json5:3:48: error: no unit has the id \"tip\"; expected the id of the unit above; did you mean \"top\"?"
    ),
    (
        "a unit below itself", "units.json5", SmallSite.units.replacing("parent: \"top\"", "parent: \"law\""),
        "units.json5:3:48: error: \"law\" stands below itself"
    ),
    (
        "units that are no list", "units.json5", "{}",
        "units.json5:1:1: error: the file is an object; expected a list [ … ] of units"
    ),
    (
        "a title that is missing", "units.json5", "[{ id: \"a\" }]",
        "units.json5:1:2: error: [0] lacks the key \"title\""
    ),
    ("no units file", "units.json5", nil, "units.json5:1:1: error: cannot be read (No such file or directory)"),
    (
        "a page that is missing", "pages/fa/company.md", nil,
        "pages/fa/company.md:1:1: error: missing; expected a page that the portal needs"
    ),
    ("a page without front matter", "pages/fa/guide.md", "متن\n", "pages/fa/guide.md:1:1: error: no front matter"),
    (
        "front matter that does not end", "pages/fa/guide.md", "---\ntitle: x",
        "pages/fa/guide.md:2:1: error: the front matter does not end; expected a line ---"
    ),
    (
        "front matter that runs into the text", "pages/fa/guide.md", "---\ntitle: x\n\nمتن\n",
        "pages/fa/guide.md:3:1: error: not a field; expected a name, a colon and a value, or the line --- at the end of the fields"
    ),
    (
        "front matter without a title", "pages/fa/guide.md", "---\nsummary: x\n---\n",
        "pages/fa/guide.md:1:1: error: no title"
    ),
    ("an empty title", "pages/fa/guide.md", "---\ntitle: \n---\n", "pages/fa/guide.md:1:1: error: no title"),
    (
        "a line of front matter without a colon", "pages/fa/guide.md", "---\ntitle: x\nsummary\n---\n",
        "pages/fa/guide.md:3:1: error: not a field"
    ),
    (
        "a field that nobody knows", "pages/fa/guide.md", "---\ntitle: x\nsumary: y\n---\n",
        "pages/fa/guide.md:3:1: error: unknown field \"sumary\"; expected title or summary; did you mean \"summary\"?"
    ),
    (
        "a page with a name that is taken", "pages/fa/login.md", SmallSite.page,
        "pages/fa/login.md:1:1: error: the name \"login\" cannot be a page's"
    ),
    (
        "a limit that is none", "pages/fa/guide.md", "---\ntitle: x\n---\nمتن {fileSize} تا {fileSzie}\n",
        "pages/fa/guide.md:4:19: error: unknown placeholder {fileSzie}; expected one of {fileSize}, "
    ),
    (
        "a limit that is none, in the front matter", "pages/fa/guide.md", "---\ntitle: {x}\n---\n",
        "pages/fa/guide.md:2:8: error: unknown placeholder {x}"
    ),
    (
        "a recording that is none", "sounds/fa/3.wav", "RIFF",
        "sounds/fa/3.wav:1:1: error: not a whole WAV file; expected PCM with one channel"
    ),
    ("a recording that is missing", "sounds/fa/9.wav", nil, "sounds/fa/9.wav:1:1: error: cannot be read"),
    ("a theme without its style", "theme/style.css", nil, "theme/style.css:1:1: error: missing"),
    (
        "a text that is missing", "texts/fa.json5", SmallSite.texts.replacing("  deskTitle: \"deskTitle\",\n", ""),
        "texts/fa.json5:1:1: error: the text \"deskTitle\" is missing; expected its words in fa"
    ),
    (
        "a text that is empty", "texts/fa.json5", SmallSite.texts.replacing("\"skipToContent\"", "\"\""),
        "texts/fa.json5:2:18: error: skipToContent is \"\"; expected its words in fa"
    ),
    (
        "a placeholder that is unknown", "texts/fa.json5", SmallSite.texts.replacing("\"skipToContent\"", "\"{x}\""),
        "texts/fa.json5:2:18: error: skipToContent: unknown placeholder {x}; expected none"
    ),
]

@Test("Each mistake is the only complaint, and is reported at its place", arguments: rows.indices)
func reported(index: Int) throws {
    let (what, file, text, beginning) = rows[index]
    let complaints = try SmallSite([file: text]).complaints
    #expect(complaints.count == 1, "\(what): \(complaints)")
    #expect(complaints.first?.hasPrefix(beginning) == true, "\(what): \(complaints)")
}

@Test("A page says the limits that it names; other braces stay as they are")
func filledPage() throws {
    let text =
        "---\ntitle: تا {attachments}\nsummary: {codeDigits}\n---\n"
        + "{fileSize}{fileSize} \\{fileSize} { x } {} {a1} {\n"
    let page = try #require(try SmallSite(["pages/fa/guide.md": text]).read().page("guide", .persian))
    let filled = page.filled { "<\($0.rawValue)>" }
    #expect((filled.title, filled.summary) == ("تا <attachments>", "<codeDigits>"))
    #expect(filled.markdown == "<fileSize><fileSize> \\{fileSize} { x } {} {a1} {\n")
}

@Test("A misspelt text is named with its near name, and stands for the text that it should be")
func misspeltText() throws {
    let complaints = try SmallSite(["texts/fa.json5": SmallSite.texts.replacing("  skipToContent:", "  skipToContnet:")]
    ).complaints
    #expect(
        complaints == [
            "texts/fa.json5:2:3: error: unknown text \"skipToContnet\"; expected a key of the catalogue; did you mean \"skipToContent\"?"
        ])
}

@Test("A text that is used nowhere is a warning, and the site can be used")
func unusedText() throws {
    let texts = SmallSite.texts.replacing("{\n", "{\n  xyzzy: 1,\n")
    let site = try SmallSite(["texts/fa.json5": texts]).read()
    #expect(site.warnings.map(\.weight) == [.warning])
    #expect(site.warnings.first?.message == "the text \"xyzzy\" is used nowhere; expected only keys of the catalogue")
}

@Test("A title that one language lacks is the other's, with a warning; one that all lack is a mistake")
func missingTitle() throws {
    var files = SmallSite.inTwoLanguages
    files["units.json5"] = "[{ id: \"a\", title: { en: \"A\" } }]"
    let site = try SmallSite(files).read()
    #expect(site.units.map(\.title.persian) == ["A"])
    #expect(
        site.warnings.map(\.message)
            == ["[0].title lacks its text in fa, so the one in en is shown; expected fa: \"…\""])
    files["units.json5"] = "[{ id: \"a\", title: {} }]"
    #expect(try SmallSite(files).complaints.count == 2)
}

@Test("A text without one of its placeholders is a mistake")
func missingPlaceholder() throws {
    let complaints = try SmallSite([
        "texts/fa.json5": SmallSite.texts.replacing("codeSent {minutes} {mobile}", "codeSent {minutes}")
    ]).complaints
    #expect(complaints.count == 1)
    #expect(
        complaints.first?.contains("the placeholder {mobile} is missing; expected {minutes}, {mobile}") == true,
        "\(complaints)")
}

@Test("A ring of units is reported at each of its units, what hangs below it is not")
func ring() throws {
    let units = """
        [
          { id: "a", title: { fa: "x" }, parent: "b" },
          { id: "b", title: { fa: "x" }, parent: "a" },
          { id: "c", title: { fa: "x" }, parent: "a" },
        ]
        """
    let complaints = try SmallSite(["units.json5": units]).complaints
    #expect(complaints.map { $0.prefix { $0 != " " } } == ["units.json5:2:42:", "units.json5:3:42:"])
}

@Test("Mistakes of all files are reported together, the theme's too")
func allTogether() throws {
    let complaints = try SmallSite([
        "units.json5": SmallSite.units.replacing("parent: \"top\"", "parent: \"tip\""),
        "texts/fa.json5": SmallSite.texts.replacing("\"skipToContent\"", "\"\""),
        "pages/fa/guide.md": "x", "theme/page.mustache": "{{titel}}",
    ]).complaints
    #expect(
        complaints.map { $0.prefix { $0 != ":" } } == [
            "units.json5", "texts/fa.json5", "pages/fa/guide.md", "theme/page.mustache",
        ], "\(complaints)")
}

extension String {
    /// This text with the first occurrence of another replaced; the other must be in it.
    func replacing(_ old: String, _ new: String) -> String {
        guard let place = range(of: old) else { return "\(old) is not in the text" }
        return replacingCharacters(in: place, with: new)
    }
}
