import Testing

@testable import Persian

private func written(_ digits: TextWriter.Digits, _ write: (inout TextWriter) -> Void) -> String {
    var text = ""
    TextWriter.bytes(digits, atMost: 64, write) { text = String(decoding: $0, as: UTF8.self) }
    return text
}

@Test("Words, numbers and codes are written one after the other, in the digits that were asked for")
func writtenText() {
    func write(_ text: inout TextWriter) {
        text.add("روز ")
        text.add(7, width: 2)
        text.add(ascii: UInt8(ascii: "/"))
        text.add(pair: 9)
        text.add(pair: 90)
        text.add("/")
        text.add(1405)
        text.add("")
        text.add(code: " A-09 ب")
    }
    #expect(written(.ascii, write) == "روز 07/0990/1405 A-09 ب")
    #expect(written(.persian, write) == "روز ۰۷/۰۹۹۰/۱۴۰۵ A-۰۹ ب")
    #expect(written(.persian) { _ in } == "")
}

@Test("A code is written as persianDigits writes it", arguments: ["0912 123 4567", "۰۹", "", "٣", "n-1405/00012"])
func writtenCode(code: String) {
    #expect(written(.persian) { $0.add(code: code) } == persianDigits(code))
    #expect(written(.ascii) { $0.add(code: code) } == code)
}
