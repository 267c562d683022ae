import SeededRandom
import Source
import Testing

@testable import JSON5

@Suite("Random documents")
struct RandomDocumentTests {
    struct Writer {
        var random: SeededGenerator

        mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

        mutating func space() -> String { pick(["", "", " ", "\n", "\r\n", "\t", "/* * é */", "// ،\n", "\u{0B}"]) }

        mutating func string() -> String {
            let quote = pick(["'", "\""])
            let parts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                pick([
                    "a", "نامه", "\\n", "\\x41", "\\u06cc", "\\ud83d\\ude00", "😀", "\\\\", "\\'", "\\\"", "\\\n", "//",
                    "\u{2028}",
                ])
            }
            return quote + parts.joined() + quote
        }

        mutating func number() -> String {
            pick(["", "+", "-"])
                + pick(["0", "12", "3.", ".5", "0.25", "1e3", "2.E-2", "0xaF", "Infinity", "NaN", "9e+9"])
        }

        mutating func value(_ depth: Int) -> String {
            let choice = Int.random(in: 0..<(depth > 4 ? 4 : 8), using: &random)
            let count = Int.random(in: 0...5, using: &random)
            switch choice {
            case 0: return pick(["true", "false", "null"])
            case 1, 2: return number()
            case 3: return string()
            case 4, 5:
                var items: [String] = []
                for _ in 0..<count { items.append(space() + value(depth + 1) + space()) }
                return "[" + items.joined(separator: ",") + (count > 0 ? pick(["", ","]) : "") + space() + "]"
            default:
                var items: [String] = []
                for place in 0..<count {
                    let key = pick([
                        "k\(place)", "'k\(place)'", "\"\\u006b\(place)\"", "کلید\(place)", "$\(place)",
                        "'a\\\nb\(place)'",
                    ])
                    items.append(space() + key + space() + ":" + space() + value(depth + 1) + space())
                }
                return "{" + items.joined(separator: ",") + (count > 0 ? pick(["", ","]) : "") + space() + "}"
            }
        }
    }

    @Test("Both accept a random document and agree on its values", arguments: 0..<500)
    func agrees(seed: Int) throws {
        var writer = Writer(random: SeededGenerator(seed: UInt64(seed)))
        let text = writer.space() + writer.value(0) + writer.space()
        let document = try readJSON5(Array(text.utf8), file: "f")
        let foundation = try #require(Anything.foundation(Array(text.utf8)), "\(text)")
        #expect(document.root.paths == foundation.paths, "\(text)")
    }

    @Test("A damaged document that is accepted is accepted by Foundation too", arguments: 0..<500)
    func damaged(seed: Int) {
        var writer = Writer(random: SeededGenerator(seed: UInt64(seed)))
        let bytes = Array(writer.value(0).utf8)
        for _ in 0..<20 {
            var damaged = bytes
            let place = Int.random(in: 0..<bytes.count, using: &writer.random)
            damaged[place] = Array("{}[],:'\"\\/*+-.0159aex \n\u{0}".utf8).randomElement(using: &writer.random) ?? 0
            guard let document = try? readJSON5(damaged, file: "f") else { continue }
            let foundation = Anything.foundation(damaged)
            #expect(document.root.paths == foundation?.paths, "\(String(decoding: damaged, as: UTF8.self))")
        }
    }
}
