import JSON5
import Source
import Testing

@Suite("Messages")
struct MessageTests {
    private func messages(_ text: String) -> [String] {
        do throws(Problems) {
            return try readJSON5(Array(text.utf8), file: "f").problems.map(\.description)
        } catch {
            return error.all.map(\.description)
        }
    }

    @Test(
        "Each mistake has its place and says what was expected",
        arguments: [
            ("{name:'a'}", []),
            (
                "{name:'a',name:'b'}",
                [#"f:1:11: error: duplicate key "name"; expected each key once; the first stands at 1:2"#]
            ),
            ("{name:'a'", [#"f:1:1: error: this "{" is never closed; expected "}" before the end of the file"#]),
            ("{name 'a'}", [#"f:1:7: error: unexpected "'"; expected ":" after the key"#]),
            ("{name:'a'\r\n port:1}", [#"f:2:2: error: unexpected "p"; expected "," or "}""#]),
            ("{name:yes}", [#"f:1:7: error: unknown word "yes"; expected a value; a string needs quotes"#]),
            (
                "{name:'a',port:01}",
                [
                    "f:1:16: error: a number that begins with a needless 0; expected it without, or in quotes to keep the 0"
                ]
            ),
            ("\u{FEFF}{}", ["f:1:1: error: the file begins with a byte order mark; expected UTF-8 without one"]),
            (
                "{\u{A0}a:1}",
                ["f:1:2: error: U+00A0, a special space, between values; expected an ordinary space, tab or line end"]
            ),
        ])
    func says(_ text: String, _ expected: [String]) {
        #expect(messages(text) == expected)
    }

    @Test("Positions can be asked after reading, for checks across the file")
    func located() throws {
        let text = "{\n  units: [\n    {id: 'a'},\n    {\"id\": 'a'},\n  ],\n}"
        let located = try readJSON5(Array(text.utf8), file: "u")
        #expect(located.position(of: ["units", 1, "id"]) == SourcePosition(line: 4, column: 12))
        #expect(located.keyPosition(of: ["units", 1, "id"]) == SourcePosition(line: 4, column: 6))
        #expect(located.position(of: ["units", 2]) == nil)
        #expect(located.problem(at: ["units", 1, "id"], "is taken").description == "u:4:12: error: is taken")
        #expect(
            located.problem(at: ["units", 0, "parent"], "is missing").position == SourcePosition(line: 3, column: 5))
    }

    @Test(
        "A position on an endless line is right beyond the first block of bytes", arguments: [4094, 4095, 4096, 9000])
    func longLine(count: Int) throws {
        let text = "\n['" + String(repeating: "é", count: count) + "', 1]"
        let document = try readJSON5(Array(text.utf8), file: "f")
        #expect(document.position(of: [1]) == SourcePosition(line: 2, column: count + 6))
    }

    @Test("Objects with many keys find each of them, and their duplicates", arguments: [16, 17, 300])
    func manyKeys(count: Int) throws {
        let text = "{" + (0..<count).map { "k\($0):\($0),\n" }.joined() + "k0:1}"
        let document = try readJSON5(Array(text.utf8), file: "f")
        #expect(document.problems.count == 1)
        #expect(document.keyPosition(of: [.key("k\(count - 1)")]) == SourcePosition(line: count, column: 1))
    }
}
