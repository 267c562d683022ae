import SeededRandom
import Testing

@testable import Fonts

@Test(
    "Persian text is shaped by the published font as by the whole one",
    arguments: [
        "پیشخوان الکترونیکی", "می‌شود", "نامهٔ شمارهٔ ۱۴۰۵/۱۷", "لا اللّٰه لأ لآ", "«گچ‌پژ»، چرا؟ آری؛", "کِتابُ مُبینٌ",
        "۰۱۲۳۴۵۶۷۸۹ ٠١٢٣ ٪٫٬", "ۀ ة ؤ ئ إ ك ي ى", "ـــ ﷼ ﷲ",
    ])
func shaping(text: String) throws {
    let whole = try noto("NotoSansArabic-Regular")
    #expect(advances(text, in: try subset(whole)) == advances(text, in: whole))
}

@Test("What is published is a tenth of the font, and the same each time", arguments: ["Regular", "Bold"])
func size(style: String) throws {
    let font = try noto("NotoSansArabic-\(style)")
    let published = try WebFont(font)
    #expect(published.bytes.count * 10 < font.count)
    #expect(try WebFont(font) == published)
    #expect(!published.isVariable)
}

@Test("The file says of itself what the format asks for")
func header() throws {
    let small = try subset(try noto("NotoSansArabic-Regular"))
    let tables = try SFNT(small).tables
    let file = try WOFF2.packed(small)
    #expect(file.prefix(4).elementsEqual("wOF2".utf8))
    #expect(file.number(at: 4) == 0x0001_0000)
    #expect(file.number(at: 8) == UInt32(file.count) && file.count % 4 == 0)
    #expect(file.number(at: 12) == UInt32(tables.count) << 16)
    #expect(file.number(at: 16) == UInt32(small.count))
    // glyf and loca, the tables 10 and 11, follow each other and are not transformed, which is version 3 for them.
    let glyf = try #require(file.firstIndex(of: 0b1100_0000 | 10))
    let length = tables.first { $0.tag == Array("glyf".utf8) }?.range.count ?? 0
    #expect(
        file[(glyf + 1)...].starts(with: [
            UInt8(length >> 14) | 0x80, UInt8(length >> 7 & 0x7F) | 0x80, UInt8(length & 0x7F),
        ]))
    #expect(file[glyf + 4] == 0b1100_0000 | 11)
}

@Test("A WOFF2 file is published as it is")
func asItIs() throws {
    let file = try WebFont(try noto("NotoSansArabic-Regular")).bytes
    #expect(try WebFont(file).bytes == file)
    #expect(throws: FontFault.notAFont) { try WebFont(Array(file.dropLast())) }
}

@Test("A font without the letters of Persian is refused, and so is what is no font")
func noFonts() throws {
    let latin = try noto("NotoSans-Regular")
    #expect(throws: FontFault.lacks("ا")) { try WebFont(latin) }
    #expect(throws: FontFault.collection) { try WebFont(Array("ttcf".utf8) + [UInt8](repeating: 0, count: 40)) }
    for bytes in [[], [0], Array("wOF2".utf8), Array("OTTO".utf8), Array("<!DOCTYPE html><html></html>".utf8)]
        as [[UInt8]]
    {
        #expect(throws: FontFault.notAFont) { try WebFont(bytes) }
    }
}

@Test("A font that is cut off or damaged is published or refused, and does no harm", arguments: 0..<60)
func damaged(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var font = try noto("NotoSansArabic-Regular")
    if seed % 2 == 0 { font.removeLast(Int.random(in: 1..<font.count, using: &random)) }
    for _ in 0..<20 where !font.isEmpty {
        let reach = Bool.random(using: &random) ? min(300, font.count) : font.count
        font[Int.random(in: 0..<reach, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    _ = try? WebFont(font)
    var file = try WebFont(try noto("NotoSansArabic-Regular")).bytes
    for _ in 0..<20 { file[Int.random(in: 12..<120, using: &random)] = UInt8.random(in: 0...255, using: &random) }
    _ = try? WebFont(file)
}
