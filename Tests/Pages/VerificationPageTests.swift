import Desk
import Portal
import Testing

@testable import Pages

private func settings() -> PortalSettings {
    var settings = PortalSettings()
    settings.address = "https://desk.example.org/"
    settings.organisation = LocalizedText(persian: "سازمان", english: "Organisation")
    return settings
}

private func pages(_ language: Language) -> Pages {
    let texts = Text.allCases.map { key in key.name + key.placeholders.sorted().map { " {\($0)}" }.joined() }
    return Pages(
        settings: settings(), texts: Texts(language: language, table: StringTable(texts)), otherLanguages: [],
        showing: .at(1_790_000_000))
}

private let code = VerificationCode(beginningOf: [0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf])

@Test(
    "A printed letter shows address and code in words, from left to right, and the same as a picture",
    arguments: [(Language.persian, ""), (.english, "&lang=en")])
func note(language: Language, query: String) throws {
    let pages = pages(language)
    let letter = EveryPage(language).letter(.underReview)
    for page in [
        pages.receipt(letter, documents: [], verification: code),
        pages.letter(letter, documents: [], events: [], verification: code),
    ] {
        let markup = page.main.markup
        #expect(markup.contains("<bdi dir=\"ltr\">https://desk.example.org/cgi-bin/pishkhan/verify</bdi>"))
        #expect(markup.contains("<bdi class=\"code\" dir=\"ltr\">0123-4567-89ab-cdef</bdi>"))
        let address = "https://desk.example.org/cgi-bin/pishkhan/verify?code=0123-4567-89ab-cdef" + query
        #expect(markup.contains(pages.qrPicture(of: address, alternative: .verifyPicture).markup))
    }
    #expect(!pages.receipt(letter, documents: []).main.markup.contains("verify"))
}

@Test("What is told of a letter has nothing but numbers, days and state", arguments: Language.allCases)
func told(language: Language) {
    let pages = pages(language)
    let states: [(LetterAttestation.State, String, Set<String>)] = [
        (.underReview, "stateUnderReview", []),
        (.accepted(letterNumber: "1405/17", at: 1_790_500_000), "stateAccepted", ["letterNumber", "letterAcceptedAt"]),
        (.rejected(at: 1_790_500_000), "stateRejected", ["letterRejectedAt"]),
    ]
    for (state, word, labels) in states {
        let page = pages.verified(LetterAttestation(id: 4_711, registered: 1_790_000_000, state: state)).main.markup
        #expect(page.contains(">\(word)<"))
        let found = page.matches(of: /<dt>(\w+)<\/dt>/).map { String($0.1) }
        #expect(Set(found) == labels.union(["letterId", "letterRegistered"]), "\(found)")
        #expect(!page.contains("<time"), "days, not times")
    }
}

@Test("A receipt says what comes next only as long as it does", arguments: EveryPage.states)
func next(state: ReviewState) {
    let receipt = pages(.english).receipt(EveryPage(.english).letter(state), documents: [])
    #expect(receipt.main.markup.contains("receiptNextText") == (state == .underReview))
}
