import Testing

@testable import Persian

private let persian = Alphabet(beginsWithLatin: false)
private let latin = Alphabet(beginsWithLatin: true)

private func sorted(_ names: [String], _ alphabet: Alphabet) -> [String] {
    names.shuffled().sorted { alphabet.key($0).lexicographicallyPrecedes(alphabet.key($1)) }
}

@Test("Persian names stand in the order of their letters, not of their code points")
func order() {
    let letters = Alphabet.persianLetters.map(String.init)
    #expect(letters.count == 33 && Set(letters).count == 33)
    #expect(sorted(letters, persian) == letters)
    let names = [
        "آب", "آموزش", "اداره", "امور", "بهداشت", "پژوهش", "تغذیه", "چاپ", "ژنتیک", "کتابخانه", "گزینش", "وام", "هنر",
        "یاری",
    ]
    #expect(sorted(names, persian) == names)
}

@Test("A shorter name comes before the longer one that begins with it, and a word before a longer word")
func shorterFirst() {
    let names = ["دانش", "دانش آموز", "دانش‌آموختگان", "دانشکده"]
    #expect(sorted(["دانش آموز", "دانش", "دانشکده"], persian) == ["دانش", "دانش آموز", "دانشکده"])
    // What joins words without a space does not count.
    #expect(persian.key(names[2]) == persian.key("دانشآموختگان"))
}

@Test(
    "What a reader takes for the same letter stands with it",
    arguments: [
        ("علي", "علی"), ("كتاب", "کتاب"), ("مسئول", "مسیول"), ("اُستاد", "استاد"), ("۱۲", "12"), ("١٢", "12"),
        ("LAW", "law"), ("ﻣﺪﯾﺮ", "مدیر"), (" a  b ", "a b"), ("a-b", "a b"), ("أحمد", "احمد"),
    ])
func same(one: String, other: String) {
    #expect(persian.key(one) == persian.key(other))
    #expect(latin.key(one) == latin.key(other))
}

@Test("Digits come first, then the page's own letters, then the other alphabet's, then all else")
func groups() {
    let names = ["1st", "اداره", "Archive", "Ωmega"]
    #expect(sorted(names, persian) == names)
    #expect(sorted(names, latin) == ["1st", "Archive", "اداره", "Ωmega"])
    #expect(names.map { persian.heading(persian.key($0).first) } == ["0–9", "ا", "A", "…"])
    #expect(names.map { latin.heading(latin.key($0).first) } == ["0–9", "ا", "A", "…"])
    #expect(names.map { latin.group(latin.key($0).first) } == ["digits", "al", "a", "others"])
    #expect(persian.heading(nil) == "…")
}

@Test("Every place has a name of its own for addresses")
func names() {
    for alphabet in [persian, latin] {
        let places = Set(
            (0..<0x700).compactMap(Unicode.Scalar.init).flatMap { alphabet.key(String($0)) } + alphabet.key("a b"))
        let names = places.map(alphabet.name)
        #expect(names.count == Set(names).count && names.count == 33 + 26 + 10 + 2)
        #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) } })
    }
}

@Test("The beginning of a name is as it is written")
func beginnings() {
    #expect(persian.beginning(of: "اداره‌ی کل", places: 5) == "اداره‌")
    #expect(persian.beginning(of: "اداره‌ی کل", places: 6) == "اداره‌ی ")
    #expect(latin.beginning(of: "Law", places: 9) == "Law")
}
