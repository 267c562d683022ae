import Desk
import Portal
import QRCode
import Testing

@testable import Pages

@Test(
    "The address for apps names portal and account, percent-encoded, and holds the key",
    arguments: [
        (
            "desk.example.org", "karim",
            "otpauth://totp/desk.example.org:karim?secret=GEZDGNBV&issuer=desk.example.org"
        ),
        (
            "127.0.0.1:8080", "+989123456789",
            "otpauth://totp/127.0.0.1%3A8080:%2B989123456789?secret=GEZDGNBV&issuer=127.0.0.1%3A8080"
        ),
        ("a b&c", "ی?", "otpauth://totp/a%20b%26c:%DB%8C%3F?secret=GEZDGNBV&issuer=a%20b%26c"),
    ])
func keyAddress(host: String, account: String, address: String) {
    #expect(Pages.OfferedKey(text: "GEZDGNBV", host: host, account: account).address == address)
}

@Test("The picture draws exactly the dark modules of the address's code, four modules from the edge")
func pictureOfKey() throws {
    let key = Pages.OfferedKey(text: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", host: "desk.example.org", account: "karim")
    let code = try #require(QRCode(key.address))
    let page = EveryPage(.english).pages.addAuthenticator(key).main.markup
    let path = try #require(page.split(separator: "<path d=\"").dropFirst().first?.prefix { $0 != "\"" })
    var drawn: Set<[Int]> = []
    for stroke in path.split(separator: "z") {
        let numbers = stroke.split { !$0.isNumber }.compactMap { Int($0) }
        #expect(stroke == "M\(numbers[0]) \(numbers[1])h\(numbers[2])v1h-\(numbers[2])")
        for x in numbers[0]..<numbers[0] + numbers[2] { drawn.insert([x, numbers[1]]) }
    }
    for y in 0..<code.side {
        for x in 0..<code.side { #expect((drawn.remove([x + 4, y + 4]) != nil) == code.isDark(x, y), "\(x) \(y)") }
    }
    #expect(drawn.isEmpty)
    #expect(page.contains("viewBox=\"0 0 \(code.side + 8) \(code.side + 8)\""))
}

@Test("Key and recovery codes stand in groups of four, from left to right", arguments: Language.allCases)
func groups(language: Language) throws {
    let pages = EveryPage(language).pages
    #expect(
        pages.addAuthenticator(EveryPage.key).main.markup.contains(
            "<bdi class=\"key\" dir=\"ltr\">ABCD EFGH ABCD EFGH ABCD EFGH ABCD EFGH</bdi>"))
    let digits = language == .persian ? "۰۱۲۳ ۴۵۶۷ ۸۹۰۱ ۲۳۴۵" : "0123 4567 8901 2345"
    #expect(
        pages.recoveryCodes(["0123456789012345"]).main.markup.contains(
            "<li><bdi class=\"number\" dir=\"ltr\">\(digits)</bdi></li>"))
}

@Test("Only the staff give their password again, and only their forms lead to the staff's addresses")
func whoseForms() {
    let citizen = EveryPage(.persian, account: .applicant(EveryPage.mobile)).pages
    let staff = EveryPage(.persian, account: .staff(EveryPage.clerk)).pages
    let (one, other) = (citizen.addAuthenticator(EveryPage.key).main, staff.addAuthenticator(EveryPage.key).main)
    #expect(!one.markup.contains("name=\"password\"") && other.markup.contains("name=\"password\""))
    #expect(one.markup.contains("action=\"/cgi-bin/pishkhan/authenticator\"") && !one.markup.contains("/staff/"))
    #expect(other.markup.contains("action=\"/cgi-bin/pishkhan/staff/authenticator\""))
}

@Test("Three recovery codes are few, four are not", arguments: [(0, true), (3, true), (4, false), (10, false)])
func fewCodes(left: Int, isFew: Bool) {
    let page = EveryPage(.english).pages.authenticator(recoveryCodesLeft: left).main.markup
    #expect(page.contains("«recoveryFew»") == isFew)
}
