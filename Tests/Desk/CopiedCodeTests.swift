import Desk
import Testing

@Test(
    "A code may carry what copying from a message or a page leaves around its digits",
    arguments: [
        ("a zero-width non-joiner within", "00000\u{200c}05724"),
        ("marks of direction around", "\u{200e}0000005724\u{200f}"),
        ("an isolate around", "\u{2066}0000005724\u{2069}"), ("a no-break space within", "00000\u{a0}05724"),
        ("Arabic digits", "٠٠٠٠٠٠٥٧٢٤"), ("spaces around", " 0000005724 "),
    ])
func copied(what: String, typed: String) {
    #expect(TrackingCode(typed: typed)?.digits == "0000005724", "\(what)")
}

@Test(
    "What is no code is refused, however it is dressed",
    arguments: [
        ("nothing but marks", "\u{200e}\u{200c} -"), ("a plus", "+000005724"), ("nine digits", "000005724"),
        ("eleven", "00000005724"),
        ("a full-width digit", "000000572４"), ("too long to be read", "0000005724" + String(repeating: " ", count: 55)),
    ])
func refusedCodes(what: String, typed: String) {
    #expect(TrackingCode(typed: typed) == nil, "\(what)")
}

@Test("Sixty-four bytes are read")
func codeLength() {
    #expect(TrackingCode(typed: "0000005724" + String(repeating: " ", count: 54)) != nil)
}

@Test("Only nine digits get a check digit", arguments: ["", "12345678", "1234567890", "12345678x", "۱۲۳۴۵۶۷۸۹"])
func randomParts(nine: String) {
    #expect(TrackingCode(random: nine) == nil)
}
