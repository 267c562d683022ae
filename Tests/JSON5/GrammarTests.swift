import Source
import Testing

@testable import JSON5

@Suite("The JSON5 grammar")
struct GrammarTests {
    static let accepted = [
        "{}", "[]", "null", "true", "false", "// c\n1", "// c\r1", "1 // c", "1//", "1 /* c */", "/**/1", "/***/1",
        "/* * */1", "/*/*/1", "{a:1}", "{a:1,}", "[1,]", "{'a':1}", "{\"a\":1}", "{$:1,_:2}", "{a1:1}", "{کلید:1}",
        "{a\u{301}:1}", "{a\u{200C}b:1}", "{a\u{200D}b:1}", "{a٣:1}", "{𝒜:1}", "{a‿b:1}", "{Ⅷ:1}", "{true:1,null:2}",
        "{Infinity:1,NaN:2,if:3}", "{'':1}", "{a/**/:/**/1/**/,/**/}", "{a//x\n:1}", "[/**/]", "{/*}*/a:1}", "[//]\n]",
        "'a'", "\"a\"", "'\"'", "\"'\"", "'\\''", "\"\\\"\"", "'\\\\'", "'\\/'", "'\\b\\f\\n\\r\\t'", "'\\x41\\xff'",
        "'\\u0041'", "'\\ud83d\\ude00'", "'a\u{2028}b\u{2029}'", "'\u{7F}'", "'a\\\nb'", "'a\\\r\nb'", "'a\\\rb'",
        "{'a\\\nb':1}", "{'\\u0061':1}", "0", "-0", "+0", "+1", "-1", "0.5", ".5", "5.", "-.5", "+.5", "-5.", "1.e5",
        "1e5", "1E+5", "1e-5", ".5e5", "0.e5", "0x1F", "0X1f", "-0x1f", "+0x0", "0x1e5",
        "0x1FFFFFFFFFFFFF", "Infinity", "-Infinity", "+Infinity", "NaN", "-NaN", "+NaN", "[1.,.5,+1]",
        "123456789012345678901234567890", "\t\u{0B}\u{0C}\r\n1", "1.7e308",
    ]

    @Test("What specification and Foundation accept is accepted, with the same values", arguments: accepted)
    func accepts(_ text: String) throws {
        let document = try readJSON5(Array(text.utf8), file: "f")
        let foundation = try #require(Anything.foundation(Array(text.utf8)))
        #expect(document.root.paths == foundation.paths)
    }

    static let refused = [
        "", " ", "// c", "1 /* c", "1 /", "{,}", "[,]", "[1,,]", "[1 2]", "{a:1 b:2}", "{a:1,,}", "{a 1}", "{a}",
        "{1:1}",
        "{-a:1}", "{a-b:1}", "{a\\u002d:1}", "{\u{301}a:1}", "{\u{200C}a:1}", "{٣a:1}", "{😀:1}", "{‿b:1}", "{@:1}",
        "{a.b:1}", "{a:1;}", "{a=1}", "{a:}", "{:1}", "{a::1}", "{\\:1}", "{\\u006:1}", "[a]", "undefined", "True",
        "truex", "nul", "'a", "\"a", "'a\"", "'\\", "'\\'", "'a\nb'", "'a\rb'", "'a\u{1}b'", "'\\x4'", "'\\x4g'",
        "'\\u004'",
        "'\\u{41}'", "'\\1'", "'\\01'", ".", "-", "+", "-.", "--1", "+-1", "- 1", "01", "-01", "00", "00.5", "08", "1e",
        ".e5", "1.5.5", "1e5.5", "0x", "0xg", "0x1.5", "1a", "1_000", "0b1", "infinity", "nan", "Infinityx", "1 2",
        "{} {}",
        "[]]", "[", "{", "{a", "{a:", "{a:1", "[1", "[1,", "]", "}", "[}", "{]", ":", ",", "#1", "/*/1", "/* /* */ */1",
        "[1/]", "(1)", "`a`", "[1,\u{200B}2]",
    ]

    @Test("What both refuse is refused with a position inside the text", arguments: refused)
    func refuses(_ text: String) {
        #expect(Anything.foundation(Array(text.utf8)) == nil)
        #expect(throws: Problems.self) { try readJSON5(Array(text.utf8), file: "f") }
    }

    /// Texts that the specification allows and Foundation refuses or reads otherwise.
    static let foundationDeviates = [
        "{\\u0061:1}", "'\\v'", "'\\0'", "'\\a'", "'\\é'", "'\\\u{2028}'", "'a\tb'", "'\\x00'", "'\\u0000'",
        "'\\ud83d'",
        "'\\ude00'", "'\\ud83d\\u0041'", "\u{A0}1", "[1,\u{3000}2]", "1\u{FEFF}", "// a\u{2028}1", "// a\u{2029}\n1",
        "1e400", "0e5", "1e-400",
        "0xFFFFFFFFFFFFFFFF", "/* \u{0} */1",
    ]
    /// Texts that Foundation accepts (or stops at) and the specification refuses.
    static let specificationRefuses = ["1e+", "-1e-", "0x1p5", "1\u{0}", "\u{FEFF}1"]

    @Test("What only one of the two accepts is refused", arguments: foundationDeviates + specificationRefuses)
    func refusesTheUnion(_ text: String) {
        #expect(throws: Problems.self) { try readJSON5(Array(text.utf8), file: "f") }
    }

    @Test("A line continuation stands for nothing, as the specification says")
    func continuation() throws {
        let document = try readJSON5(Array("['a\\\nb', 'c\\\r\nd', '\\\re\\\\']".utf8), file: "f")
        #expect(document.root.elements.map(\.string) == ["ab", "cd", "e\\"])
    }

    @Test("The largest hexadecimal number is Int64's")
    func largestHexadecimal() throws {
        #expect(whole("0x7FFFFFFFFFFFFFFF") == .max)
        #expect(throws: Problems.self) { try readJSON5(Array("0x8000000000000000".utf8), file: "f") }
    }

    @Test(
        "A number is a whole one where nothing is lost",
        arguments: [
            ("0", 0), ("-0", 0), ("+7", 7), ("-7", -7), ("5.", 5), ("5.0", 5), ("1e3", 1_000), ("-0x1F", -31),
            ("1.5", nil),
            (".5", nil), ("Infinity", nil), ("NaN", nil), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("1e300", nil),
        ] as [(String, Int?)])
    func wholeNumbers(_ text: String, _ expected: Int?) { #expect(whole(text) == expected) }

    private func whole(_ text: String) -> Int? {
        guard case .number(_, let whole)? = try? readJSON5(Array(text.utf8), file: "f").root.content else { return nil }
        return whole
    }

    @Test("Keys without quotes take the same scalars as Foundation's")
    func identifiers() {
        for value in UInt32(0x21)...0xFFFF {
            guard let scalar = Unicode.Scalar(value), !"/\\\"':".unicodeScalars.contains(scalar) else { continue }
            for key in ["\(scalar)", "a\(scalar)"] {
                let bytes = Array("{\(key):1}".utf8)
                guard (try? readJSON5(bytes, file: "f")) != nil else { continue }
                #expect(Anything.foundation(bytes) != nil, "U+\(String(value, radix: 16)) in \(key.count)")
            }
        }
    }

    @Test("Bytes that are not UTF-8 are refused where they stand, in comments too")
    func notUTF8() throws {
        let bytes = Array("// é\n1 //".utf8) + [0xFF]
        let problems = #expect(throws: Problems.self) { try readJSON5(bytes, file: "f") }
        #expect(problems?.description == "f:2:5: error: bytes that are not UTF-8; expected the file in UTF-8")
    }

    @Test("Depth and size are limited", arguments: [(100, 200, true), (101, 202, false), (100, 199, false)])
    func limits(depth: Int, bytes: Int, accepted: Bool) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let limits = ReadingLimits(bytes: bytes)
        #expect(((try? readJSON5(Array(text.utf8), file: "f", limits: limits)) != nil) == accepted)
    }
}
