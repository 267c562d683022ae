import Portal
import Testing

@Test(
    "A telephone number is dialled by its digits, whatever stands between them",
    arguments: [
        ("030-5555-0112", "03055550112"), ("+98 30 5555 0112", "+983055550112"), ("(030) 55550112", "03055550112"),
        ("115", "115"), ("+98 (0)30 5555 0112", "+983055550112"), ("(0)30 5555", "0305555"),
    ])
func dialled(text: String, dialled: String) throws {
    let number = try #require(TelephoneNumber(text))
    #expect(number.text == text)
    #expect(number.dialled == dialled)
}

@Test(
    "What has too few digits or too many, words beside them, or other digits is no telephone number",
    arguments: [
        "", "11", "1234567890123456", "030-5555-0112, 0113", "115 - 125", "0098 30+5555", "++98305555",
        "030-5555-0112 ext. 5", "۰۳۰۵۵۵۵",
        "1          -          2          -          3",
    ])
func noNumber(text: String) {
    #expect(TelephoneNumber(text) == nil)
}
