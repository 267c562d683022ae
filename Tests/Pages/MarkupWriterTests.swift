import Persian
import Testing

@testable import Pages

@Test(
    "What a writer puts together is what markup appends, however little room it begins with",
    arguments: [1, 7, 64, 5_000])
func likeMarkup(room: Int) {
    let texts = ["", "a", "<script>&\"'", "نامهٔ «شمارهٔ ۱»", String(repeating: "سلام & ", count: 60)]
    let piece: HTML = "<b>\(texts[3])</b>"
    var appended = HTML.empty
    let written = HTML.written(room: room) { writer in
        for (number, text) in texts.enumerated() {
            writer.add(markup: "<p>")
            writer.add(text: text)
            writer.add(piece)
            writer.add(piece, 3..<(piece.bytes.count - 4))
            writer.add(isolated: text)
            writer.add(number * 1_234_567)
            writer.add(markup: "—")
            appended += "<p>\(text)\(piece)\(texts[3])<bdi>\(text)</bdi>\(number * 1_234_567)—"
        }
    }
    #expect(written == appended)
    var behind: HTML = "<hr>"
    behind.append(room: room) { $0.add(written) }
    #expect(behind == "<hr>\(written)")
}

@Test(
    "What a writer of text writes is escaped, whether it needs it or not",
    arguments: ["1405/12", "1405<b>&'\"", "&", ""])
func codes(code: String) {
    let persian = HTML.written(room: 1) { $0.add(.persian, atMost: 2 * code.utf8.count) { $0.add(code: code) } }
    #expect(persian == HTML.text(persianDigits(code)))
    let ascii = HTML.written(room: 1) { $0.add(.ascii, atMost: 2 * code.utf8.count) { $0.add(code: code) } }
    #expect(ascii == HTML.text(code))
}
