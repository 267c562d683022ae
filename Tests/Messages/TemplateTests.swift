import Testing

@testable import Messages

@Test(
    "A placeholder is escaped for where it stands",
    arguments: [
        (Template.Place.url, "x?q={v}", "x?q=a%20%26%2B%22%5C%0A%D8%B3"),
        (.form, "q={v}", "q=a%20%26%2B%22%5C%0A%D8%B3"), (.json, "{\"q\":\"{v}\"}", "{\"q\":\"a &+\\\"\\\\\\nس\"}"),
        (.plain, "{v}", "a &+\"\\\nس"),
    ])
func escaping(place: Template.Place, template: String, filled: String) throws {
    #expect(try Template(values: ["v": "a &+\"\\\nس"]).filled(template, for: place) == filled)
}

@Test(
    "A brace that names nothing stays, whatever follows it",
    arguments: [
        ("{ {v}", "{ 1"), ("{\"a\":{}}", "{\"a\":{}}"), ("{v", "{v"), ("{{v}}", "{1}"),
        ("{v}\u{200c}ها", "1\u{200c}ها"),
        ("{v}{v}", "11"), ("", ""), ("{", "{"),
    ])
func braces(template: String, filled: String) throws {
    #expect(try Template(values: ["v": "1"]).filled(template, for: .plain) == filled)
}

@Test("A value that looks like a placeholder is not filled again")
func valuesAreNotTemplates() throws {
    #expect(try Template(values: ["v": "{w}", "w": "x"]).filled("{v}", for: .plain) == "{w}")
}

@Test("The fixed part of a form is encoded, but for what joins the pairs")
func fixedPartOfForm() throws {
    #expect(try Template(values: [:]).filled("a=b c+س&d=50%25", for: .form) == "a=b%20c%2B%D8%B3&d=50%25")
}

@Test(
    "An unknown placeholder is a mistake of the config, which no other try mends", arguments: ["w", "V", "a_b", "a-b"])
func unknownPlaceholders(name: String) {
    let fault = #expect(throws: SendFault.self) { try Template(values: ["v": "1"]).filled("x{\(name)}", for: .json) }
    #expect(fault == .permanent("the gateway's config names {\(name)}, which this kind of message does not have"))
}

@Test("A control character never reaches a header", arguments: ["a\r\nX: y", "a\ny", "a\ry", "a\u{0}", "a\u{7f}"])
func headerInjection(value: String) throws {
    let template = Template(values: ["v": value])
    #expect(throws: SendFault.permanent("a value with a line break cannot stand in a header")) {
        try template.filled("X: {v}", for: .header)
    }
    #expect(throws: SendFault.self) { try Template(values: [:]).filled("X: \(value)", for: .header) }
    #expect(try Template(values: ["v": "aس"]).filled("X: {v}", for: .header) == "X: aس")
}
