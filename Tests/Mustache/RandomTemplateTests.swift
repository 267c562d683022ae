import SeededRandom
import Testing

@testable import Mustache

private let pieces = [
    "{{", "}}", "{", "}", "#", "/", "^", ">", "!", "&", "=", "<% %>", "<%", "%>", "| |", "|", ".", "a", "a.b", "p", " ",
    "\t", "\n", "\r\n", "\r", "نامه", "{{a}}", "{{#a}}", "{{/a}}", "{{^a}}", "{{>p}}", "{{=| |=}}", "{{! x }}", "\u{0}",
]

private func randomText(_ random: inout SeededGenerator, of pieces: [String]) -> String {
    (0..<Int.random(in: 0...24, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}

@Test("Whatever stands in a template, it is read and rendered or refused inside it", arguments: 0..<2_000)
func anything(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var text = Array(randomText(&random, of: pieces).utf8)
    if seed % 3 == 0, !text.isEmpty {
        for _ in 0..<3 {
            text[Int.random(in: text.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
    }
    do throws(TemplateFault) {
        let template = try Template(text)
        let partials = ["p": template]
        for value in [["a": ["b", "c"]], ["a": false], ["a": ["b": "x"]], "y"] as [TemplateValue] {
            do throws(TemplateFault) {
                _ = try template.rendered(value, partials: partials)
            } catch {
                #expect((0..<text.count).contains(error.offset))
            }
        }
    } catch {
        #expect((0..<text.count).contains(error.offset))
    }
}

@Test("A template that includes itself twice ends at the first chain that is too long")
func doubling() {
    #expect(throws: TemplateFault.self) { try render("{{>p}}", partials: ["p": "{{>p}}{{>p}}"]) }
}

@Test("Text without tags comes out as it went in", arguments: 0..<500)
func plainText(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = randomText(&random, of: pieces.filter { !$0.contains("{") })
    #expect(try Array(render(text).utf8) == Array(text.utf8))
    let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }.filter { $0 != UInt8(ascii: "{") }
    #expect(try Template(bytes).rendered([:]) == bytes)
}

@Test("A partial indented by its tag is as if each of its lines had been", arguments: 0..<1_000)
func indentation(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = randomText(
        &random, of: ["a", " ", "\n", "\r\n", "{{v}}", "{{#v}}", "{{/v}}", "{{! x }}", "{{>q}}", "{{^v}}"])
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { "\t" + String($0) }
    if lines.last == "\t" { lines[lines.count - 1] = "" }
    let partials = ["q": "1\n2\n", "p": text, "indented": lines.joined(separator: "\n")]
    guard let expected = try? render("{{>indented}}", ["v": "x"], partials: partials) else { return }
    let found = try render("\t{{>p}}", ["v": "x"], partials: partials)
    #expect(Array(found.utf8) == Array(expected.utf8), "\(text.debugDescription)")
}
