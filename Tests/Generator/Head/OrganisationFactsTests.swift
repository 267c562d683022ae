import Testing

@testable import Generator

@Test("Nothing in the facts can end the script that they stand in, and without a logo there is none")
func factsAreEscaped() {
    let facts = OrganisationFacts(name: "</script><!--\"&", url: "https://x/", logo: nil)
    #expect(
        String(decoding: facts.json, as: UTF8.self)
            == #"{"@context":"https://schema.org","@type":"Organization","name":"\u003C/script>\u003C!--\"&","url":"https://x/"}"#
    )
}
