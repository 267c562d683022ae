import Desk
import Portal
import Testing

@testable import Pages

@Test(
    "Each password field hides what is typed, and lets password managers fill it in", arguments: Language.allCases)
func passwordFields(language: Language) throws {
    let every = EveryPage(language, account: .staff(EveryPage.clerk))
    let names: Set = ["password", "newPassword", "repeated"]
    var seen: Set<String> = []
    for (name, markup) in try every.documents(every.rightPages + every.forms) {
        for element in markup.elements where element.name == "input" {
            let field = element.attributes["name"] ?? ""
            let hides = element.attributes["type"] == "password"
            #expect(hides == names.contains(field), "\(name): \(field)")
            guard hides else { continue }
            seen.insert(field)
            let wanted = field == "password" ? "current-password" : "new-password"
            #expect(element.attributes["autocomplete"] == wanted, "\(name): \(field)")
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(name): \(field)")
        }
    }
    #expect(seen == names)
}

@Test("Every page for somebody who is signed in has the button to sign out", arguments: Language.allCases)
func signOutEverywhere(language: Language) throws {
    for account in [
        Pages.Account.applicant(EveryPage.mobile), .staff(EveryPage.clerk), .staff(EveryPage.administrator),
    ] {
        let every = EveryPage(language, account: account)
        for (name, markup) in try every.documents(every.rightPages + every.forms) {
            let forms = markup.elements.filter {
                $0.name == "form" && $0.attributes["action"] == "/cgi-bin/pishkhan/logout"
                    && $0.attributes["method"] == "post"
            }
            #expect(forms.count == 1, "\(name)")
        }
    }
}
