import JSON5
import Testing

@Test("A JSON string keeps UTF-8 and escapes what RFC 8259 wants escaped")
func jsonStrings() {
    #expect(jsonEscaped("س\"\\/\n\r\t\u{8}\u{1f}\u{7f}😀") == "س\\\"\\\\/\\n\\r\\t\\u0008\\u001f\u{7f}😀")
}
