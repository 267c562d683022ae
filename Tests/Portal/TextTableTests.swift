import Testing

@testable import Portal

@Test("Any strings come back from their table", arguments: 0..<20)
func anyStrings(round: Int) {
    let strings = (0..<Int.random(in: 0...30)).map { _ in
        String((0..<Int.random(in: 0...5)).map { _ in "aی\u{200c}{}\u{1F4EC}\u{301}".randomElement() ?? "x" })
    }
    let table = StringTable(strings)
    #expect(table.count == strings.count)
    #expect(strings.indices.map { table[$0] } == strings)
    #expect(StringTable(bytes: table.bytes) == table)
}

@Test("A zero byte within a string is dropped, so that it does not become two")
func zeroBytes() {
    let table = StringTable(["a\u{0}b", "c"])
    #expect((table.count, table[0], table[1]) == (2, "ab", "c"))
}

@Test("What comes after the last zero byte is no string")
func cutTable() {
    let table = StringTable(bytes: Array("a\u{0}b".utf8))
    #expect((table.count, table[0], table[1]) == (1, "a", ""))
    #expect(StringTable(bytes: []).count == 0)
}

@Test("A value with braces is not taken apart again")
func valuesStay() {
    var strings = Array(repeating: "", count: Text.allCases.count)
    strings[0] = "{a}{a}-{b}"
    let texts = Texts(language: .english, table: StringTable(strings))
    #expect(texts(Text.allCases[0], ["a": "{b}", "b": "{a}"]) == "{b}{b}-{a}")
}

@Test("A key of a catalogue that is too short is empty")
func shortCatalogue() {
    let texts = Texts(language: .english, table: StringTable(["first"]))
    #expect(texts(Text.allCases[0]) == "first")
    #expect(texts(Text.allCases[Text.allCases.count - 1]) == "")
}

@Test(
    "A text's pieces put together are the text", arguments: ["", "{}", "{", "}", "a{b", "a}b{c}", "{{x}}", "«{نام}»"])
func pieces(text: String) {
    let whole = Texts.pieces(of: text).map { piece in
        switch piece {
        case .literal(let literal): literal
        case .placeholder(let name): "{\(name)}"
        }
    }.joined()
    #expect(whole == text)
}

@Test("Keys count from 0 without a gap, so each has its place in a table")
func keysAreNumbered() {
    #expect(Text.allCases.map { Int($0.rawValue) } == Array(0..<Text.allCases.count))
    #expect(Set(Text.allCases.map(\.name)).count == Text.allCases.count)
}
