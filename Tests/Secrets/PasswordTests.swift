import CSodium
import Glibc
import Testing

@testable import Secrets

@Test("Two hashes of one password differ, and both match it")
func salts() throws {
    let (one, other) = (
        try #require(Password.hash("four unrelated words")), try #require(Password.hash("four unrelated words"))
    )
    #expect(one != other)
    #expect(
        Password.matches("four unrelated words", hash: one) && Password.matches("four unrelated words", hash: other))
}

@Test("A password of 256 bytes is read whole; one more is refused rather than cut off")
func longest() throws {
    let long = String(repeating: "x", count: 255)
    let hash = try #require(Password.hash(long + "y"))
    #expect(Password.matches(long + "y", hash: hash))
    #expect(!Password.matches(long + "z", hash: hash))
    #expect(Password.hash(long + "yz") == nil, "nobody could log in with it")
    #expect(!Password.matches(long + "yz", hash: hash))
}

@Test("What stands after a zero byte counts")
func zeroByte() throws {
    let hash = try #require(Password.hash("one\u{0}two"))
    #expect(!Password.matches("one", hash: hash))
    #expect(!Password.matches("one\u{0}three", hash: hash))
    #expect(Password.matches("one\u{0}two", hash: hash))
}

@Test(
    "What is no hash matches nothing",
    arguments: ["", "x", "$argon2id$", "$argon2id$v=19$m=47104,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$"])
func noHash(text: String) {
    #expect(!Password.matches("", hash: text))
    #expect(!Password.matches("x", hash: text))
}

@Test("An unknown name costs as much time as a known one")
func nobodyTakesAsLong() throws {
    let hash = try #require(Password.hash("four unrelated words"))
    // This thread's own processor time: other tests and other work on the machine do not count.
    func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    func duration(_ hash: String) -> Double {
        (0..<5).map { _ in
            let start = processorTime()
            _ = Password.matches("another password", hash: hash)
            return processorTime() - start
        }.min() ?? 0
    }
    let ratio = duration(Password.hashOfNobody) / duration(hash)
    #expect(ratio > 0.5 && ratio < 2, "\(ratio)")
    #expect(crypto_pwhash_str_needs_rehash(hash, 2, 46 * 1_048_576) == 0)
}

@Test("A generated password is six groups that can be read out, and is not refused as common")
func generated() {
    let many = (0..<200).map { _ in Password.generate() }
    let alphabet = Set("abcdefghijkmnpqrstuvwxyz23456789")
    for password in many {
        #expect(password.split(separator: "-").map(\.count) == [5, 5, 5, 5, 5, 5])
        #expect(password.allSatisfy { $0 == "-" || alphabet.contains($0) })
        #expect(!CommonPasswords.contain(password, name: "reviewer"))
    }
    #expect(Set(many.joined()) == alphabet.union(["-"]), "each letter comes up")
}

@Test(
    "What would be guessed first, and what would not",
    arguments: [
        ("nothing", "", true), ("one letter", "xxxxxxxxxxxx", true), ("four letters", "abcdabcddcba", true),
        ("five letters in no order", "aebdcebadceb", false),
        ("a piece twice", "zwischenzwischen", true), ("two pieces and a half", "zimtbzimtbzi", true),
        ("a piece and another", "zwischenraum", false), ("the keyboard", "QwertyUiop123", true),
        ("the portal's own name", "pishkhan1405!", true), ("Persian digits of a row", "۱۲۳۴۵۶۷۸۹۰۱۲", true),
        ("Arabic digits and a word", "admin١٢٣٤٥٦٧", true), ("a row of the Persian keyboard", "ضصثقفغعهخحجچ", true),
        ("the account's name with three letters", "karimabc1234", true),
        ("the account's name with four letters", "karimabcd1234", false),
        ("signs are no letters", "!password--123?", true), ("a sentence", "the tea was cold again", false),
        ("a sentence in Persian", "چای دوباره سرد شد", false),
    ])
func common(what: String, password: String, isCommon: Bool) {
    #expect(CommonPasswords.contain(password, name: "Karim") == isCommon, "\(what)")
}
