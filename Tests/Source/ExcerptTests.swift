import Testing

@testable import Source

@Suite("A line with its caret")
struct ExcerptTests {
    /// Where the caret stands under a line, for the scalar at a byte of the text.
    private func excerpt(_ text: String, at offset: Int) -> SourceExcerpt? {
        let source = SourceText(Array(text.utf8))
        return Problem("x", file: "f", source: source, offset: offset).excerpt
    }

    @Test(
        "The caret counts columns of the terminal, not bytes and not scalars",
        arguments: [
            ("letters", "abc!", 3), ("a tab, which is one space", "\ta!", 2), ("Persian letters", "نامه!", 4),
            ("a mark above a letter", "اَ!", 1), ("a joiner", "می\u{200C}شود!", 5), ("wide letters", "漢字!", 4),
            ("a picture", "😀!", 2), ("a mark that would reorder the line", "a\u{202E}b!", 3),
        ])
    func columns(_ what: String, _ text: String, _ indent: Int) throws {
        let offset = try #require(text.utf8.firstIndex(of: UInt8(ascii: "!")))
        let found = try #require(
            excerpt(text + "\nnext", at: text.utf8.distance(from: text.utf8.startIndex, to: offset)))
        #expect(found.indent == indent, "\(what): \(found.lines)")
        #expect(found.lines.count == 2)
    }

    @Test("Only the line of the mistake is shown, whatever ends it", arguments: ["\n", "\r\n", "\r"])
    func oneLine(end: String) {
        let found = excerpt("first\(end)second\(end)third", at: 5 + end.utf8.count)
        #expect(found?.lines == ["second", "^"])
    }

    @Test("Nothing that a terminal would obey is shown")
    func harmless() {
        let line = excerpt("a\u{1B}[31m\u{202E}\u{2066}\u{7}b\t", at: 0)?.line
        #expect(line == "a\u{FFFD}[31m\u{FFFD}\u{FFFD}\u{FFFD}b ")
    }

    @Test(
        "Of an endless line a window is shown, with the caret at its place", arguments: [0, 59, 120, 121, 5_000, 9_999])
    func window(place: Int) throws {
        var text = Array(repeating: UInt8(ascii: "-"), count: 10_000)
        text[place] = UInt8(ascii: "!")
        let found = try #require(excerpt(String(decoding: text, as: UTF8.self), at: place))
        #expect(found.line.unicodeScalars.count <= 182)
        #expect(Array(found.line.unicodeScalars)[found.indent] == "!")
    }

    @Test("A mistake at the end of the file, and one in an empty file, have their line")
    func end() {
        #expect(excerpt("ab", at: 2)?.lines == ["ab", "  ^"])
        #expect(excerpt("", at: 0)?.lines == ["", "^"])
        #expect(excerpt("ab\n", at: 3)?.lines == ["", "^"])
    }
}

@Test("Mistakes stand in the order of the files as they were read, and of the places in them; a repetition is dropped")
func order() {
    let source = SourceText(Array("abc".utf8))
    func problem(_ wrong: String, _ file: String, _ offset: Int) -> Problem {
        Problem(wrong, file: file, source: source, offset: offset)
    }
    let found = [problem("1", "z", 2), problem("2", "a", 1), problem("3", "z", 0), problem("1", "z", 2)]
    #expect(Problems(found)?.all.map(\.wrong) == ["3", "1", "2"])
    #expect(Problems([]) == nil)
}

@Test("A mistake says what is wrong, what was expected and what helps; what there is not is left out")
func sentence() {
    #expect(
        Problem("bad", expected: "good", note: "did you mean \"x\"?", file: "f").message
            == "bad; expected good; did you mean \"x\"?")
    #expect(Problem("bad", weight: .warning, file: "f").description == "f:1:1: warning: bad")
}
