import Desk
import SeededRandom
import Testing

private func randomBytes(_ seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    return (0..<VerificationCode.length).map { _ in .random(in: 0...255, using: &generator) }
}

@Test("A code is read again from its print, in whatever way people type it", arguments: 0..<200)
func readAgain(seed: UInt64) throws {
    let bytes = randomBytes(seed)
    let code = try #require(VerificationCode(beginningOf: bytes + [1, 2, 3]))
    #expect(code.bytes == bytes)
    let text = code.text
    #expect(text.split(separator: "-").map(\.count) == [4, 4, 4, 4])
    #expect(text.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz-".contains($0) }, "\(text)")
    let persian = Dictionary(uniqueKeysWithValues: zip("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    let forms = [
        text, text.uppercased(), text.filter { $0 != "-" }, " \(text.split(separator: "-").joined(separator: " ")) ",
        "\u{2066}\(text)\u{2069}", String(text.map { persian[$0] ?? $0 }), String(text.map { $0 == "0" ? "O" : $0 }),
        String(text.map { $0 == "1" ? "l" : $0 }), String(text.map { $0 == "1" ? "I" : $0 }),
    ]
    for form in forms { #expect(VerificationCode(typed: form) == code, "\(form)") }
}

@Test("Codes with all bits set and with none are read too, and stand as Crockford's alphabet has them")
func extremes() {
    #expect(VerificationCode(beginningOf: [UInt8](repeating: 0, count: 10))?.text == "0000-0000-0000-0000")
    #expect(VerificationCode(beginningOf: [UInt8](repeating: 255, count: 10))?.text == "zzzz-zzzz-zzzz-zzzz")
    // 00443214c74254b635cf is the bytes of the values 0 to 15.
    let bytes: [UInt8] = [0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]
    #expect(VerificationCode(beginningOf: bytes)?.text == "0123-4567-89ab-cdef")
}

@Test(
    "What is no code is refused",
    arguments: [
        "", "-", "k7m2-p9xq-4rtv-w3y", "k7m2-p9xq-4rtv-w3yz1", "k7m2-p9xq-4rtv-w3yu", "k7m2-p9xq-4rtv-w3y%",
        "k7m2_p9xq_4rtv_w3yz", "k7m2-p9xq", String(repeating: "0", count: 24), String(repeating: "-", count: 65),
        "k7m2-p9xq-4rtv-w3yé", "کد",
    ])
func noVerificationCode(typed: String) {
    #expect(VerificationCode(typed: typed) == nil)
}

@Test("A random value that is too short gives no code")
func tooShort() {
    #expect(VerificationCode(beginningOf: [UInt8](repeating: 7, count: 9)) == nil)
}
