import Testing

@testable import Secrets

// SHA-1 of "correct horse battery staple", as sha1sum gives it, with a count as in the lists of Have I Been Pwned.
private let file = """
    letmeinletmein1
    ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42:217
    چهار واژهٔ بی‌ربط

    letmeinletmein1
    abc123abc123\r
    """

@Test(
    "A password is found on the list by its words or its SHA-1, in its very spelling",
    arguments: [
        ("letmeinletmein1", true), ("correct horse battery staple", true), ("چهار واژهٔ بی‌ربط", true),
        ("abc123abc123", true), ("Letmeinletmein1", false), ("letmeinletmein", false), ("", false),
        ("ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42:217", false),
    ])
func listed(password: String, isListed: Bool) {
    let list = PasswordList(lines: Array(file.utf8))
    #expect(list.count == 4, "twice is once, and empty lines are none")
    #expect(list.contains(password) == isListed)
    #expect(PasswordList(bytes: list.bytes).contains(password) == isListed, "as stored in a release")
}

@Test("Of three thousand listed passwords each is found, and no other; an empty list and a cut one hold none too many")
func manyListed() {
    let words = (0..<3_000).map { "password number \($0)" }
    let list = PasswordList(lines: Array(words.joined(separator: "\n").utf8))
    #expect(list.count == 3_000)
    #expect(words.allSatisfy(list.contains))
    #expect(!words.contains { list.contains($0 + "!") })
    #expect(!PasswordList(bytes: []).contains(""))
    #expect(PasswordList(bytes: Array(list.bytes.dropLast(3))).count == 2_999)
}

@Test(
    "The portal's own words, its organisation's and its host's are no password",
    arguments: [
        ("Negarestan1405", true), ("negarestan-university", true), ("portal.example12", true),
        ("دانشگاه نگارستان", true), ("of the science of", false), ("negarestan and four more words", false),
    ])
func ownWords(password: String, isCommon: Bool) {
    let words = ["دانشگاه", "نگارستان", "Negarestan", "University", "of", "portal", "example", "org"]
    #expect(CommonPasswords.contain(password, name: "karim", words: words) == isCommon)
}

@Test(
    "A password of any characters is taken exactly as it was typed: case, spaces and spelling count",
    arguments: [
        "the tea was cold again", "چای دوباره سرد شد", "  two spaces around  ", "🫖🫖 tea for two 🫖",
        "Tab\tand §$%&/()=?",
    ])
func anyCharacters(password: String) throws {
    let hash = try #require(Password.hash(password))
    #expect(Password.matches(password, hash: hash))
    #expect(!CommonPasswords.contain(password, name: "karim"))
    for other in [password + " ", " " + password, String(password.dropLast()), password.uppercased() + "x"] {
        #expect(!Password.matches(other, hash: hash))
    }
    if password.uppercased() != password { #expect(!Password.matches(password.uppercased(), hash: hash)) }
}
