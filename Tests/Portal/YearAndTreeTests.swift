import Testing

@testable import Portal

@Test(
    "The year of a letter number turns at local midnight, in the calendar of the main language",
    arguments: [
        // Nowruz 1405 is on 21 March 2026; midnight in Tehran is 20:30 UTC of the day before.
        (Language.persian, 1_774_038_599, 1404), (.persian, 1_774_038_600, 1405),
        // 2026 begins in Tehran at 20:30 UTC.
        (.english, 1_767_212_999, 2025), (.english, 1_767_213_000, 2026),
    ])
func years(language: Language, seconds: Int, year: Int) throws {
    var settings = PortalSettings()
    settings.languages = [language]
    #expect(try settings.year(of: seconds) == year)
}

@Test("Each unit stands once in the tree, after the one above it, however the file is ordered", arguments: 0..<20)
func treeProperty(round: Int) throws {
    let ids = (0..<40).map { "u\($0)" }
    let units = ids.indices.map { index in
        var unit = PortalUnit(id: ids[index], title: LocalizedText())
        unit.parent = index == 0 || Int.random(in: 0..<4) == 0 ? nil : ids[Int.random(in: 0..<index)]
        return unit
    }.shuffled()
    let entries = UnitTree(units).depthFirst
    #expect(entries.map(\.unit.id).sorted() == ids.sorted())
    var depths: [String: Int] = [:]
    for entry in entries {
        #expect(entry.depth == (try entry.unit.parent.map { try #require(depths[$0]) + 1 } ?? 0), "\(entry.unit.id)")
        depths[entry.unit.id] = entry.depth
    }
    for id in ids { #expect(UnitTree(units).children(of: id).map(\.id) == units.filter { $0.parent == id }.map(\.id)) }
}

@Test(
    "Paths of both languages, with either of them first",
    arguments: [([Language.persian, .english], "/", "/en/"), ([.english, .persian], "/fa/", "/")])
func paths(languages: [Language], persian: String, english: String) {
    var settings = PortalSettings()
    settings.languages = languages
    settings.cgiPath = "/cgi"
    for (language, prefix) in [(Language.persian, persian), (.english, english)] {
        let paths = PortalPaths(settings: settings, language: language)
        #expect(paths.home == prefix)
        #expect(paths.login == prefix + "login/")
        #expect(paths.units == prefix + "units/")
        #expect(paths.unit("law") == prefix + "units/law/")
        #expect(paths.page("home") == prefix)
        #expect(paths.page("guide") == prefix + "guide/")
        #expect(paths.document(7, 2) == "/cgi/letters/7/documents/2")
        #expect(paths.newLetter(to: "law") == "/cgi/letters/new?unit=law")
    }
}

@Test(
    "Host and origin of an address",
    arguments: [
        ("http://[::1]:8080/", "[::1]:8080", "http://[::1]:8080"),
        ("https://desk.example.org", "desk.example.org", "https://desk.example.org"),
        ("http://x/", "x", "http://x"),
    ])
func addresses(address: String, host: String, origin: String) {
    var settings = PortalSettings()
    settings.address = address
    #expect((settings.host, settings.origin) == (host, origin))
}
