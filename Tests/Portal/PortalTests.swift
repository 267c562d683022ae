import Desk
import Testing

@testable import Portal

@Test("Settings come back from their table as they were, each field of them")
func settingsRoundTrip() {
    var settings = PortalSettings()
    settings.name = LocalizedText(persian: "پیشخوان", english: "Desk")
    settings.organisation = LocalizedText(persian: "", english: "Town hall")
    settings.address = "https://desk.example.org:8443/"
    settings.languages = [.english, .persian]
    settings.cgiPath = "/x"
    settings.utcOffset = -3_600
    settings.mobilePlan = MobileNumber.Plan(countryCode: "93", trunkPrefix: "", leadingDigits: "7", digits: 9)
    settings.numbering = "{unit}/{year}/{sequence:5}"
    settings.securityCode = .none
    settings.staffSecondFactor = .required
    settings.staffNetworks = ["10.0.0.0/8", "2001:db8::/32"]
    settings.rejectionReasons = [
        LocalizedText(persian: "یک", english: "one"), LocalizedText(persian: "دو", english: "two"),
    ]
    settings.limits.fileBytes = 1
    settings.limits.pageLength = 99
    var gateway = HTTPGateway()
    var request = HTTPGateway.Request()
    request.url = "https://sms.example/{secret}"
    request.bodyKind = .json
    request.body = "{\"to\":\"{to}\"}"
    gateway.requests = [request, HTTPGateway.Request()]
    gateway.headers = ["X-Key: {secret}"]
    gateway.successStatuses = [202]
    gateway.secretFile = "/etc/secret"
    settings.sms = .http(gateway)
    #expect(PortalSettings(table: StringTable(bytes: settings.table.bytes)) == settings)
}

@Test(
    "The host and the origin are the address's",
    arguments: [
        ("https://desk.example.org/", "desk.example.org", "https://desk.example.org", true),
        ("http://127.0.0.1:8080/", "127.0.0.1:8080", "http://127.0.0.1:8080", false),
    ])
func hosts(address: String, host: String, origin: String, isSecure: Bool) {
    var settings = PortalSettings()
    settings.address = address
    #expect(settings.host == host)
    #expect(settings.origin == origin)
    #expect(settings.isSecure == isSecure)
}

@Test("A table of strings keeps empty ones, and answers with nothing beyond its end")
func stringTable() {
    let table = StringTable(["", "الف", "", "b"])
    #expect((0..<table.count).map { table[$0] } == ["", "الف", "", "b"])
    #expect(table[4] == "")
    #expect(table[-1] == "")
}

@Test(
    "A text is taken apart at its placeholders",
    arguments: [
        ("{a} and {b}", "1 and 2"), ("no placeholder", "no placeholder"), ("{a", "{a"), ("}{b}{", "}2{"),
        ("{c}", ""),
    ])
func placeholders(text: String, filled: String) {
    var strings = Array(repeating: "", count: Text.allCases.count)
    strings[0] = text
    let texts = Texts(language: .persian, table: StringTable(strings))
    #expect(texts(Text.allCases[0], ["a": "1", "b": "2"]) == filled)
}

@Test("The tree goes depth first, in the order of the file")
func treeOrder() {
    func unit(_ id: String, _ parent: String?) -> PortalUnit {
        var unit = PortalUnit(id: id, title: LocalizedText())
        unit.parent = parent
        return unit
    }
    let tree = UnitTree([unit("a", nil), unit("b", nil), unit("a1", "a"), unit("a11", "a1"), unit("a2", "a")])
    #expect(tree.depthFirst.map { "\($0.unit.id)\($0.depth)" } == ["a0", "a11", "a112", "a21", "b0"])
}

@Test("Only the main language's pages have no prefix")
func pathsByLanguage() {
    let settings = PortalSettings()
    #expect(PortalPaths(settings: settings, language: .persian).unit("x") == "/units/x/")
    #expect(PortalPaths(settings: settings, language: .english).unit("x") == "/en/units/x/")
    #expect(PortalPaths(settings: settings, language: .english).desk == "/cgi-bin/pishkhan/desk")
}
