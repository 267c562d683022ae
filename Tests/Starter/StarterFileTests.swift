import BuiltIn
import Configuration
import Portal
import Starter
import TemporaryFolders
import Testing

@Suite("The site of a new portal")
struct StarterFileTests {
    private static var townHall: NewPortal {
        var portal = NewPortal(begins: 1_795_527_189)
        portal.organisation = LocalizedText(persian: "شهرداری «نمونه»", english: "Town Hall of \"Example\" & Sons")
        portal.name.english = "Letters"
        portal.address = "https://desk.example.org/"
        portal.phone = "021-1234"
        portal.home = "/var/lib/pishkhan"
        return portal
    }

    private func site(of portal: NewPortal) throws -> Site {
        let folder = TemporaryFolder.make("starter")
        try makeFolder(folder, holding: try portal.files())
        return try readSite(config: folder + "/portal.json5")
    }

    @Test("It is read without a mistake or warning, and says what was answered")
    func answers() throws {
        let site = try site(of: Self.townHall)
        #expect(site.warnings.map(\.description) == [])
        #expect(site.settings.organisation == Self.townHall.organisation)
        #expect(site.settings.name == Self.townHall.name)
        #expect(site.settings.address == "https://desk.example.org/")
        #expect(site.settings.languages == [.persian, .english])
        #expect(site.home == "/var/lib/pishkhan")
        #expect(site.units.map(\.id) == ["records", "public-relations", "complaints"])
        #expect(site.units.first?.phone == "021-1234")
        let contact = try #require(site.page("contact", .persian)?.markdown)
        #expect(contact.contains("شهرداری «نمونه»") && contact.contains("[\u{2066}۰۲۱-۱۲۳۴\u{2069}](tel:0211234)"))
        #expect(site.page("home", .english)?.summary.contains("Town Hall of \"Example\" & Sons") == true)
    }

    @Test("It holds nothing of the example's university, and no slot that was not filled")
    func nothingLeft() throws {
        for file in try Self.townHall.files() where ![".wav", ".webp"].contains(where: file.path.hasSuffix) {
            for word in ["نگارستان", "دانشگاه", "Negarestan", "niversity", "030-5555", "۰۳۰-۵۵۵۵"] {
                #expect(!file.text.contains(word), "\(file.path) holds \(word)")
            }
            // The theme has slots of its own, which a build fills.
            #expect(file.path.hasPrefix("theme/") || !file.text.contains("{{"), "\(file.path) holds a slot")
        }
    }

    @Test(
        "Of what is the example's alone, its units' forms and its news, only the news for beginners is there, of today")
    func news() throws {
        let files = try Self.townHall.files()
        #expect(BuiltIn.site.files.contains { $0.path.hasPrefix("forms/") })
        #expect(!files.contains { $0.path.hasPrefix("forms/") })
        let news = files.filter { $0.path.contains("/news/") }
        for file in news {
            #expect(file.path.hasSuffix("/opening.md"))
            #expect(file.text.contains(file.path.contains("/fa/") ? "date: 1405/09/03\n" : "date: 2026-11-24\n"))
        }
    }

    @Test("The config keeps every comment of the example's")
    func comments() throws {
        func comments(_ file: BuiltInFile?) -> [Substring] {
            (file?.text ?? "").split(separator: "\n").filter { $0.contains("//") && !$0.contains("\"") }
        }
        let example = comments(BuiltIn.site["portal.json5"])
        #expect(example.count > 30)
        #expect(comments(try Self.townHall.files().first { $0.path == "portal.json5" }) == example)
    }

    @Test("Each way for messages gives a site without a mistake", arguments: SMSChoice.all.map(\.name))
    func messages(name: String) throws {
        var portal = NewPortal()
        portal.sms = try #require(SMSChoice.all.first { $0.name == name })
        let site = try site(of: portal)
        #expect(site.warnings.isEmpty)
        #expect((site.settings.sms == .log) == (name == "log"))
    }

    @Test("A portal in one language has no file of the other", arguments: Language.allCases)
    func oneLanguage(language: Language) throws {
        var portal = NewPortal()
        portal.languages = [language]
        let other = language == .persian ? "en" : "fa"
        let paths = try portal.files().map(\.path)
        #expect(!paths.isEmpty && !paths.contains { $0.contains("/\(other)") })
        let site = try site(of: portal)
        #expect(site.warnings.isEmpty && site.settings.languages == [language])
    }

    @Test("The example is the one of this checkout, but for its home")
    func example() throws {
        for file in try exampleFiles(home: ".portal") {
            let original = try #require(BuiltIn.site[file.path])
            if file.path == "portal.json5" {
                #expect(file.text.replacing("home: \".portal\"", with: "home: \"../.portal\"") == original.text)
            } else {
                #expect(file.bytes == original.bytes)
            }
        }
    }
}
