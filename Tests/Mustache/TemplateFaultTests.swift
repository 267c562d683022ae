import Testing

@testable import Mustache

private func nested(_ count: Int) -> String {
    String(repeating: "{{#a}}", count: count) + String(repeating: "{{/a}}", count: count)
}

@Test(
    "A mistake of a template is found when it is read, at the byte at which its tag begins",
    arguments: [
        ("a {{b", .unclosedTag, 2), ("«{{b}", .unclosedTag, 2), ("{{{b}}", .unclosedTag, 0), ("{{", .unclosedTag, 0),
        ("{{=<% %>}}", .unclosedTag, 0), ("{{=| |=}} |x", .unclosedTag, 10), ("{{! x }", .unclosedTag, 0),
        ("{{}}", .badName(""), 0), ("a{{ }}", .badName(""), 1), ("{{a b}}", .badName("a b"), 0),
        ("{{#}}{{/}}", .badName(""), 0), ("{{a..b}}", .badName("a..b"), 0), ("{{.a}}", .badName(".a"), 0),
        ("{{> }}", .badName(""), 0), ("{{>a b}}", .badName("a b"), 0), ("{{a.}}", .badName("a."), 0),
        ("{{<a}}{{/a}}", .unsupported("<a"), 0), ("é{{$ a }}", .unsupported("$a"), 2),
        ("{{>*a}}", .unsupported(">*a"), 0),
        ("{{=a=}}", .badDelimiters, 0), ("{{=a b c=}}", .badDelimiters, 0), ("{{= = a=}}", .badDelimiters, 0),
        ("{{==}}", .badDelimiters, 0),
        ("x{{#a}}{{b}}", .unclosedSection("a"), 1), ("{{#a}}{{^b}}", .unclosedSection("b"), 6),
        ("{{#a}}{{/a}}{{/a}}", .unopenedSection("a"), 12),
        ("{{#a}}\n{{#b}}\n{{/a}}", .closedByAnother(open: "b", opened: 7, close: "a"), 14),
        (nested(65), .nestedTooDeeply, 64 * 6),
    ] as [(String, TemplateFault.Kind, Int)])
func faultOfReading(text: String, kind: TemplateFault.Kind, offset: Int) {
    #expect(throws: TemplateFault(kind, template: "t", offset: offset)) { try Template(text.utf8, name: "t") }
}

@Test("Sections may be nested as deep as they may be")
func deepest() throws { #expect(try render(nested(Template.deepest), ["a": true]) == "") }

@Test("A partial that is missing is a mistake, where the specification would leave nothing")
func missingPartial() {
    #expect(throws: TemplateFault(.missingPartial("q"), template: "p", offset: 5)) {
        try render("{{>p}}", partials: ["p": "été{{>q}}"])
    }
}

@Test("A partial that would include itself without an end is a mistake, also by way of another")
func endless() {
    #expect(throws: TemplateFault(.endlessPartials("p"), template: "p", offset: 1)) {
        try render("{{>p}}", partials: ["p": "a{{>p}}"])
    }
    #expect(throws: TemplateFault(.endlessPartials("p"), template: "q", offset: 0)) {
        try render("{{>p}}", partials: ["p": "{{>q}}", "q": "{{>p}}"])
    }
}

@Test("Sixty-four partials may include each other, and not one more")
func chainOfPartials() throws {
    var chain: [String: String] = [:]
    for number in 1...64 { chain["\(number)"] = number < 64 ? "{{>\(number + 1)}}" : "end" }
    #expect(try render("{{>1}}", partials: chain) == "end")
    #expect(throws: TemplateFault(.endlessPartials("64"), template: "63", offset: 0)) {
        try render("{{>0}}", partials: chain.merging(["0": "{{>1}}"]) { $1 })
    }
}

@Test("A template lists what it asks for")
func tags() throws {
    let template = try Template("{{a.b}}{{! x }}{{#s}}{{.}}{{>p}}{{^t}}{{/t}}{{/s}}{{{c}}}".utf8)
    #expect(
        template.tags == [
            .value(["a", "b"], offset: 0),
            .section(
                ["s"], isInverted: false, offset: 15,
                inside: [
                    .value([], offset: 21), .partial("p", offset: 26),
                    .section(["t"], isInverted: true, offset: 32, inside: []),
                ]), .value(["c"], offset: 50),
        ])
}
