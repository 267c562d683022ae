import Testing

@testable import Configuration

private let slots = "{{title}}{{{main}}}"

/// Each row: what is wrong, the templates, and the beginning of the one complaint.
private let rows: [(String, [String: String?], String)] = [
    (
        "a misspelt name", ["page": "<title>{{titel}}</title>\n\(slots)"],
        "theme/page.mustache:1:8: error: unknown name \"titel\"; expected one of account, direction, "
    ),
    (
        "a misspelt name after letters of several bytes and marks", ["page": "\(slots)\nاَُ«{{{mian}}}"],
        "theme/page.mustache:2:5: error: unknown name \"mian\"; expected one of "
    ),
    (
        "a name that is only in a section", ["page": "\(slots){{#menu}}{{path}}{{/menu}}{{path}}"],
        "theme/page.mustache:1:46: error: unknown name \"path\"; expected one of "
    ),
    (
        "a misspelt name in a section", ["page": "\(slots)\n{{#menu}}{{titel}}{{/menu}}"],
        "theme/page.mustache:2:10: error: unknown name \"titel\"; expected one of account, "
    ),
    (
        "a name inside a text", ["page": "\(slots)\n{{home.path}}"],
        "theme/page.mustache:2:1: error: unknown name \"path\"; expected nothing after \"home\""
    ),
    (
        "a name that an object has not", ["page": "\(slots)\n{{staffLogin.paht}}"],
        "theme/page.mustache:2:1: error: unknown name \"paht\"; expected one of path, title; did you mean \"path\"?"
    ),
    (
        "a list as a text", ["page": "\(slots)\n  {{menu}}"],
        "theme/page.mustache:2:3: error: \"menu\" is no text; expected {{#menu}} … {{/menu}} with {{path}} and {{title}} in it"
    ),
    (
        "a section about a slot", ["page": "\(slots)\n{{#account}}!{{/account}}"],
        "theme/page.mustache:2:1: error: a section about \"account\", which differs from page to page; expected {{account}} without"
    ),
    (
        "an inverted section about a slot", ["page": "\(slots)\n{{^head}}!{{/head}}"],
        "theme/page.mustache:2:1: error: a section about \"head\", which differs from page to page"
    ),
    (
        "a dot", ["page": "\(slots)\n{{#menu}}{{.}}{{/menu}}"],
        "theme/page.mustache:2:10: error: {{.}} stands for nothing here"
    ),
    (
        "a tag that is not closed", ["page": "\(slots)\r\n  {{skip"],
        "theme/page.mustache:2:3: error: a tag is not closed; expected its closing braces"
    ),
    (
        "a section that is not closed", ["page": "\(slots)\n{{#menu}}"],
        "theme/page.mustache:2:1: error: the section \"menu\" is not closed; expected {{/menu}} after it"
    ),
    (
        "a section closed by another's name", ["page": "\(slots)\n{{#menu}}\n{{/footer}}"],
        "theme/page.mustache:3:1: error: {{/footer}} closes the section \"menu\", which begins at 2:1; expected {{/menu}}"
    ),
    (
        "a section that was never open", ["page": "\(slots)\n{{/menu}}"],
        "theme/page.mustache:2:1: error: the section \"menu\" is closed, but not open"
    ),
    ("a tag without a name", ["page": "\(slots){{ }}"], "theme/page.mustache:1:20: error: a tag without a name"),
    (
        "a name of two words", ["page": "\(slots){{a b}}"],
        "theme/page.mustache:1:20: error: \"a b\" is no name; expected a word, or words joined by dots"
    ),
    ("inheritance", ["page": "\(slots){{<a}}{{/a}}"], "theme/page.mustache:1:20: error: a tag {{<a}}; expected no inh"),
    (
        "delimiters that are none", ["page": "\(slots){{=<=}}"],
        "theme/page.mustache:1:20: error: a tag that does not set"
    ),
    (
        "a missing partial", ["page": "\(slots)\n {{>haed}}", "head": ""],
        "theme/page.mustache:2:2: error: there is no file haed.mustache; expected the name of a template of the theme; did you mean \"head\"?"
    ),
    (
        "a mistake in a partial", ["page": "\(slots){{>parts}}", "parts": "\n{{x}}"],
        "theme/parts.mustache:2:1: error: unknown name \"x\""
    ),
    (
        "a partial that includes itself by way of another",
        ["page": "\(slots){{>a}}", "a": "{{>b}}", "b": "\n {{>a}}"],
        "theme/b.mustache:2:2: error: a.mustache includes itself"
    ),
    (
        "a page without its main part", ["page": "{{title}}"],
        "theme/page.mustache:1:1: error: {{main}} stands on no page"
    ),
    ("a zero byte", ["page": "\(slots)\n\0"], "theme/page.mustache:2:1: error: a zero byte"),
    (
        "no page at all", ["page": nil, "head": "x"],
        "theme/page.mustache:1:1: error: missing; expected a file of the theme"
    ),
]

@Test("Each mistake of a template is the only complaint, and is reported at its place", arguments: rows.indices)
func templateMistake(index: Int) throws {
    let (what, templates, beginning) = rows[index]
    let files = Dictionary(uniqueKeysWithValues: templates.map { ("theme/\($0.key).mustache", $0.value) })
    let complaints = try SmallSite(files).complaints
    #expect(complaints.count == 1, "\(what): \(complaints)")
    #expect(complaints.first?.hasPrefix(beginning) == true, "\(what): \(complaints)")
}

@Test("All that templates can name is right: texts, sections, slots, and slots in sections")
func everyName() throws {
    let page = """
        {{#staffLogin}}{{title}}{{path}}{{portal}}{{{main}}}{{/staffLogin}}{{^staffLogin}}{{main}}{{title}}{{/staffLogin}}
        {{#menu}}{{path}}{{>link}}{{/menu}}{{#footer}}{{title}}{{/footer}}{{staffLogin.path}}{{#icon}}{{icon}}{{/icon}}
        {{language}}{{direction}}{{organisation}}{{home}}{{style}}{{script}}{{skip}}{{{head}}}{{account}}{{languages}}
        """
    #expect(try SmallSite(["theme/page.mustache": page, "theme/link.mustache": "{{title}}"]).complaints == [])
}

@Test("The title of a link is not the page's")
func hiddenSlot() throws {
    let page = "{{{main}}}{{#menu}}{{title}}{{/menu}}"
    #expect(
        try SmallSite(["theme/page.mustache": page]).complaints == [
            "theme/page.mustache:1:1: error: {{title}} stands on no page; expected it once, outside of sections that do not stand"
        ])
}
