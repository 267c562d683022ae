import Portal
import Testing

@testable import Configuration

private func site(_ menu: String) throws -> SmallSite {
    try SmallSite([
        "portal.json5": SmallSite.config.replacing("languages:", "menu: \(menu),\n  languages:"),
        "pages/fa/library.md": SmallSite.page,
    ])
}

@Test("Without a menu in the config there is the usual one")
func usualMenu() throws {
    #expect(try SmallSite().read().menu.map(\.page) == ["home", "units", "guide", "news", "desk"])
}

@Test("A menu leads to pages by their names and to paths, with words of its own or without")
func menuOfItsOwn() throws {
    let menu = try site(
        """
        [{ page: "library" }, { page: "login", title: { fa: "ورود" } }, { path: "/units/law/", title: { fa: "حقوقی" } },
         { path: "https://example.org/", title: { fa: "بیرون" } }]
        """
    ).read().menu
    #expect(menu.map(\.page) == ["library", "login", "", ""])
    #expect(menu.map(\.path) == ["", "", "/units/law/", "https://example.org/"])
    #expect(menu.map(\.title.persian) == ["", "ورود", "حقوقی", "بیرون"])
}

@Test(
    "An entry of the menu that cannot be is the only complaint, at its place",
    arguments: [
        (
            "[{ page: \"libary\" }]",
            "5:18: error: there is no page \"libary\"; expected one of home, units, news, login, desk, access"
        ),
        ("[{ page: \"libary\" }]", "did you mean \"library\"?"),
        (
            "[{ page: \"home\", path: \"/\" , title: { fa: \"x\" } }]",
            "5:32: error: menu[0].path cannot stand beside page"
        ),
        ("[{ title: { fa: \"x\" } }]", "5:10: error: menu[0].page is missing; expected page or path"),
        ("[{ path: \"/units/\" }]", "5:10: error: menu[0].title is missing; expected title: { fa:"),
        (
            "[{ path: \"units/\", title: { fa: \"x\" } }]",
            "5:18: error: menu[0].path is \"units/\"; expected a path that"
        ),
        ("[{ path: \"//x/\", title: { fa: \"x\" } }]", "5:18: error: menu[0].path is \"//x/\"; expected a path that"),
        ("[{ path: \"javascript:x\", title: { fa: \"x\" } }]", "5:18: error: menu[0].path is \"javascript:x\"; exp"),
        ("[{ page: \"home\", title: { en: \"x\" } }]", "5:33: error: menu[0].title lacks its text in fa"),
        ("[{ page: \"home\", titel: { fa: \"x\" } }]", "5:26: error: unknown key \"titel\""),
    ])
func wrongMenu(menu: String, part: String) throws {
    let complaints = try site(menu).complaints
    #expect(complaints.count == 1, "\(complaints)")
    #expect(complaints.first?.contains(part) == true, "\(complaints)")
}

@Test("A page that one language lacks cannot stand in the menu")
func missingInOneLanguage() throws {
    let config = SmallSite.config.replacing("[\"fa\"]", "[\"fa\", \"en\"],\n  menu: [{ page: \"library\" }]")
        .replacing("fa: \"پیشخوان\"", "fa: \"پ\", en: \"P\"").replacing("fa: \"شهرداری\"", "fa: \"ش\", en: \"S\"")
    var files: [String: String?] = [
        "portal.json5": config, "texts/en.json5": SmallSite.texts, "pages/fa/library.md": SmallSite.page,
        "units.json5": SmallSite.units.replacing("{ fa: \"بالا\" }", "{ fa: \"b\", en: \"b\" }")
            .replacing("{ fa: \"حقوقی\" }", "{ fa: \"h\", en: \"h\" }"),
    ]
    for name in SitePage.required { files["pages/en/\(name).md"] = SmallSite.page }
    for digit in 0...9 { files["sounds/en/\(digit).wav"] = SmallSite.sound }
    let complaints = try SmallSite(files).complaints
    #expect(
        complaints == [
            "portal.json5:6:18: error: the page \"library\" is missing in en; expected a file en/library.md beside those of the other languages"
        ])
}
