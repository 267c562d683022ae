import Testing

@testable import Portal

@Test(
    "The place of a fault counts bytes, also after slots, fixed values and letters of several bytes",
    arguments: [
        ("{{title}}{{{main}}}{{x}}", PageShell.Fault.unknownSlot("x", offset: 19)),
        ("«{{title}}»\n{{ fixed }}é{{oops}}", .unknownSlot("oops", offset: 27)),
        ("{{title}}{{{main}}}{{", .unclosed(offset: 19)), ("{{title}", .unclosed(offset: 0)),
        ("{{{main}}", .unclosed(offset: 0)), ("a{{{main}} {{title}}", .unclosed(offset: 1)),
        ("{{title}}", .missing("main")), ("", .missing("title")), ("{{}}", .unknownSlot("", offset: 0)),
        ("{{Title}}{{{main}}}", .unknownSlot("Title", offset: 0)),
    ])
func offsets(template: String, fault: PageShell.Fault) {
    #expect(throws: fault) { try PageShell(template: template, fixed: ["fixed": "long fixed value"]) }
}

@Test("Braces that are no slot stay, as in a style sheet")
func braces() throws {
    let shell = try PageShell(template: "a{b} {c} { {d}} }}{{title}}{{{main}}}{", fixed: [:])
    #expect(shell.text { $0.rawValue } == "a{b} {c} { {d}} }}titlemain{")
}

@Test("A value with braces is not filled again, and a slot may stand twice")
func filledOnce() throws {
    let shell = try PageShell(template: "{{title}}{{title}}{{{main}}}{{x}}", fixed: ["x": "{{title}}"])
    #expect(shell.text { $0 == .title ? "{{{main}}}" : "m" } == "{{{main}}}{{{main}}}m{{title}}")
}

@Test(
    "A shell survives its table with empty pieces between its slots",
    arguments: ["{{title}}{{{main}}}{{{languages}}}{{{account}}}", "x{{{main}}}{{title}}y"])
func shellRoundTrip(template: String) throws {
    let shell = try PageShell(template: template, fixed: [:])
    let stored = PageShell(table: StringTable(bytes: shell.table.bytes))
    #expect(stored.text { "[\($0.rawValue)]" } == shell.text { "[\($0.rawValue)]" })
}

extension PageShell {
    /// The whole page as text.
    func text(_ value: (Slot) -> String) -> String {
        String(decoding: filled(room: 0) { Array(value($0).utf8) }, as: UTF8.self)
    }
}
