import Foundation
import Persian
import Testing

@Suite struct TextTests {
    @Test("Digits change script and nothing else does")
    func digits() {
        #expect(persianDigits("a0123456789/ب") == "a۰۱۲۳۴۵۶۷۸۹/ب")
        #expect(asciiDigits("a۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩/ب०") == "a0123456789 0123456789/ب०")
    }

    @Test(
        "Spellings of one word have one search key",
        arguments: [
            ("علي", "علی"), ("موسى", "موسی"), ("كتاب", "کتاب"), ("مرحلة", "مرحله"), ("آب", "اب"), ("أإآٱ", "اااا"),
            ("مؤمن", "مومن"), ("مسئول", "مسیول"), ("می\u{200C}روم", "میروم"), ("ســـلام", "سلام"), ("مُحَمَّد", "محمد"),
            ("Letter ۱۲٣", "letter 123"), ("  a \u{A0}\n b  ", "a b"), ("ﻛﺘﺎب", "کتاب"), ("ﻻ", "لا"), ("﷼", "ریال"),
            ("ﭘﺮﻭﮊﻩ ﮔﭽ", "پروژه گچ"), ("خانه\u{654}", "خانه"), ("", ""), (" \u{200C} ", ""),
        ])
    func folding(text: String, key: String) {
        #expect(Array(folded(text).utf8) == Array(key.utf8))
        #expect(Array(folded(key).utf8) == Array(key.utf8))
    }

    @Test("A presentation form of one letter has the key of its NFKC letter")
    func presentationForms() {
        var tried = 0
        for value in Array(0xFB50...0xFDFF) + Array(0xFE80...0xFEFC) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let plain = String(scalar).precomposedStringWithCompatibilityMapping
            guard plain.unicodeScalars.count == 1, plain.unicodeScalars.first != scalar else { continue }
            tried += 1
            #expect(folded(String(scalar)) == folded(plain), "U+\(String(value, radix: 16))")
        }
        #expect(tried > 230)
    }

    @Test(
        "Stored text keeps its words and loses what is invisible",
        arguments: [
            ("  علي\u{200C}ها كو\u{64E} ", "علی\u{200C}ها کو\u{64E}"),
            ("a\u{202E}b\u{2066}c\u{2069}\u{0}\u{7F}", "abc"),
            ("a\r\n\tb", "a b"), ("آؤة١", "آؤة١"), ("\u{200C}\u{FEFF} ", ""), ("a  b", "a  b"),
        ])
    func stored(text: String, expected: String) {
        #expect(Array(unified(text).utf8) == Array(expected.utf8))
        #expect(Array(unified(expected).utf8) == Array(expected.utf8))
    }

    @Test("An isolated part cannot end its isolation")
    func isolation() {
        #expect(
            Array(isolated("+98\u{2069}\u{202E}12").unicodeScalars) == Array("\u{2066}+9812\u{2069}".unicodeScalars))
    }
}
