import Pages
import Persian
import Portal
import Testing

@testable import Generator

private func feed(offset: Int = 12_600, title: String = "خبر", content: HTML = "<p>متن</p>") throws -> String {
    let day = try GregorianDate(year: 2026, month: 11, day: 24).dayNumber
    let entry = AtomFeed.Entry(
        title: title, summary: "", address: "https://desk.example.org/news/x/", day: day, content: content)
    let feed = AtomFeed(
        language: .persian, title: "خبرها", author: "دانشگاه", list: "https://desk.example.org/news/",
        address: "https://desk.example.org/news/feed.atom", utcOffset: offset, entries: [entry])
    return String(decoding: feed.bytes, as: UTF8.self)
}

@Test(
    "A day begins at its local midnight, written by RFC 3339",
    arguments: [(12_600, "+03:30"), (0, "+00:00"), (-34_200, "-09:30"), (50_400, "+14:00")])
func midnight(offset: Int, written: String) throws {
    let text = try feed(offset: offset)
    #expect(text.contains("<updated>2026-11-24T00:00:00\(written)</updated>\n<author>"))
    #expect(text.contains("<published>2026-11-24T00:00:00\(written)</published>"))
}

@Test("Markup is escaped text, and what XML cannot hold is left out")
func escaped() throws {
    let hostile = "a<b>&\"'\u{0}\u{8}\u{1B}\u{FFFE}\u{FFFF}\t]]>"
    let text = try feed(title: hostile, content: "<p title=\"\(hostile)\">&amp;</p>")
    #expect(text.contains("<title>a&lt;b&gt;&amp;&quot;&#39;\t]]&gt;</title>"))
    #expect(text.contains("<content type=\"html\">&lt;p title=&quot;a&amp;lt;b&amp;gt;"))
}
