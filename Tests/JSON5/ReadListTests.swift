import SeededRandom
import Source
import Testing

@testable import JSON5

private func list(_ text: String) throws -> ReadList {
    let document = try readJSON5(Array(text.utf8), file: "f")
    return try #require(ReadList(document))
}

/// How an edit was read: how many elements are as before, which are new, and how many are as before behind them.
private func reading(_ before: String, _ after: String) throws -> [String]? {
    try list(before).edited(to: Array(after.utf8)).map { edited in
        ["\(edited.before)"] + edited.changed.map { "\($0.content)" } + ["\(edited.after)"]
    }
}

@Suite("A list that has been read before")
struct ReadListTests {
    @Test(
        "Only what an edit has touched is read again",
        arguments: [
            ("[1, 2, 3, 4]", "[1, 25, 3, 4]", (1, 1, 2)),
            ("[1, 2, 3, 4]", "[15, 2, 3, 4]", (0, 1, 3)),
            ("[1, 2, 3, 4]", "[1, 2, 3, 45]", (3, 1, 0)),
            ("[1, 2, 3, 4]", "[1, 2, 7, 8, 3, 4]", (2, 2, 2)),
            ("[1, 2, 3, 4]", "[1, 4]", (1, 0, 1)),
            ("[1, 2, 3, 4]", "[1, 2]", (1, 1, 0)),
            ("[1, 2, 3, 4]", "[1, 2, 3, 4, 5]", (3, 2, 0)),
            ("[1, 2, 3, 4]", "[1, 2, 3, /* a */ 4]", (3, 0, 1)),
            ("[1, 2, 3, 4]\n", "[1, 2, 3, 4]\n// end\n", (3, 1, 0)),
            ("[{a: 1}, {a: 2}]", "[{a: 1}, {a: 2}]", (1, 1, 0)),
        ])
    func touched(before: String, after: String, counts: (Int, Int, Int)) throws {
        let edited = try #require(list(before).edited(to: Array(after.utf8)))
        #expect((edited.before, edited.changed.count, edited.after) == counts)
        #expect(edited.list.starts == (try list(after)).starts)
    }

    @Test(
        "Nothing is taken over into a text that is not right",
        arguments: [
            "[1, {a: 1, a: 2}, 3, 4]", "[1, 2 3, 4]", "[1, 2, 3, 4", "[1, '2, 3, 4]", "[1, 2, 3, 4]]",
            "[1, /* 2, 3, 4]", "",
            "{}", "[1, 2, \u{0}, 4]",
        ])
    func wrong(text: String) throws {
        #expect(try list("[1, 2, 3, 4]").edited(to: Array(text.utf8)) == nil)
    }

    @Test("Bytes that are no UTF-8 are not taken for text")
    func notUTF8() throws {
        let edited = Array("[1, '".utf8) + [0xff] + Array("', 3, 4]".utf8)
        #expect(try list("[1, 'a', 3, 4]").edited(to: edited) == nil)
    }

    @Test("An end that looks the same and is inside of a comment or a string now is read as what it is")
    func swallowed() throws {
        #expect(try reading("[1, 2, 3, 4]", "[1, /* 2, */ 3, 4]") == ["1", "2"])
        #expect(try reading("[1, 2, /* */ 3, 4]", "[1, /* 2, /* */ 3, 4]") == ["1", "2"])
        #expect(try reading("['a', 'b', 'c']", "['a', \"'b', '\", 'c']")?.first == "1")
    }

    @Test("Places that cannot be those of elements make no list", arguments: [[3, 3], [5, 1], [-1, 2], [0, 99]])
    func places(starts: [Int]) {
        #expect(ReadList(Array("[1, 2, 3]".utf8)[...], starts: starts) == nil)
    }

    @Test("After a random edit the elements are those of a whole reading", arguments: 0..<400)
    func random(seed: Int) throws {
        var writer = RandomDocumentTests.Writer(random: SeededGenerator(seed: UInt64(seed)))
        let elements = (0..<8).map { _ in writer.space() + writer.value(1) + writer.space() }
        let before = try list(writer.space() + "[" + elements.joined(separator: ",") + "]")
        for _ in 0..<20 {
            var bytes = Array(before.text)
            let start = Int.random(in: 0...bytes.count, using: &writer.random)
            let end = min(bytes.count, start + Int.random(in: 0...6, using: &writer.random))
            let new = writer.pick([
                "", "", "1", ",", "{", "}", "[", "]", "'", "\"", "/*", "*/", "//", "\n", "a: 2,", "7, 8,", "\u{6cc}",
            ])
            bytes.replaceSubrange(start..<end, with: new.utf8)
            guard let edited = before.edited(to: bytes) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            let document = try readJSON5(bytes, file: "f")
            let whole = try #require(ReadList(document), "\(text)")
            #expect(edited.list.starts == whole.starts, "\(text)")
            #expect(edited.before + edited.changed.count + edited.after == whole.starts.count, "\(text)")
            let all = document.root.elements
            let earlier = try readJSON5(Array(before.text), file: "f").root.elements
            let found = earlier.prefix(edited.before) + edited.changed + earlier.suffix(edited.after)
            #expect(found.map(\.paths) == all.map(\.paths), "\(text)")
        }
    }
}
