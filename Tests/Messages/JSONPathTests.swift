import Testing

@testable import Messages

private let sampleJSON = """
    {"return":{"status":200,"exact":200.0,"half":0.5,"large":9223372036854775807},
     "entries":[{"ok":true,"id":"x"},[5,-1]],"nothing":null,"status":"1","no":false,"":{"a":"empty"}}
    """

@Test(
    "A value is found by its path, as text",
    arguments: [
        ("return.status", "200"), ("return.exact", "200"), ("return.half", "0.5"),
        ("return.large", "9223372036854775807"),
        ("entries[0].ok", "true"), ("entries[0].id", "x"), ("entries[1][0]", "5"), ("entries[1][1]", "-1"),
        ("status", "1"),
        ("no", "false"), ("nothing", "null"), ("entries[2]", nil), ("entries[-1]", nil), ("entries.id", nil),
        ("return", nil),
        ("entries", nil), ("none", nil), ("status.x", nil), ("return[0]", nil),
    ] as [(String, String?)])
func jsonPaths(path: String, value: String?) {
    #expect(JSONPath.value(at: path, in: Array(sampleJSON.utf8)) == value)
}

@Test("What is no JSON has no value", arguments: ["", "not json", "{\"status\":", "{\"status\":1} x", "<html>"])
func brokenAnswers(text: String) {
    #expect(JSONPath.value(at: "status", in: Array(text.utf8)) == nil)
}

@Test("An answer that is nested without end is refused, not followed")
func deepAnswers() {
    #expect(JSONPath.value(at: "a", in: Array(repeating: UInt8(ascii: "["), count: 65_536)) == nil)
}
