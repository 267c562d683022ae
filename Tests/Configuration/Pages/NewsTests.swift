import Persian
import Testing

@testable import Configuration

private func news(_ fields: String, text: String = "متن\n") -> String { "---\n\(fields)\n---\n\(text)" }

@Test("News are read newest first, by either calendar, and have their places below /news/")
func newsAreRead() throws {
    let site = try SmallSite([
        "pages/fa/news/old.md": news("title: کهنه\ndate: ۱۴۰۵/۰۹/۰۲"),
        "pages/fa/news/b.md": news("title: دو\nsummary: خلاصه\ndate: 2026-11-24\nuntil: 1405/9/3"),
        "pages/fa/news/a.md": news("title: یک\r\ndate: 1405-09-03 \r"),
        "pages/fa/news/note.txt": "",
    ]).read()
    let read = try #require(site.news[.persian])
    #expect(read.map(\.page.name) == ["news/a", "news/b", "news/old"])
    #expect(read.map(\.page.title) == ["یک", "دو", "کهنه"])
    #expect(read.map { try? GregorianDate($0.day).short } == ["2026-11-24", "2026-11-24", "2026-11-23"])
    #expect(read.map(\.until) == [nil, read[1].day, nil])
    #expect(read[1].page.summary == "خلاصه")
    #expect(read[0].page.markdown == "متن\n")
}

@Test("Without the folder there are no news")
func noNews() throws { #expect(try SmallSite().read().news == [.persian: []]) }

/// Each row: the file's name, its text, and the beginning of the one complaint after the path.
private let rows: [(String, String, String)] = [
    ("x", news("title: x"), "1:1: error: no date; expected date: 1405/09/03 or date: 2026-11-24"),
    ("x", news("date: 1405/09/03"), "1:1: error: no title"),
    (
        "x", news("title: x\ndaet: 1405/09/03\ndate: 1405/09/03"),
        "3:1: error: unknown field \"daet\"; expected title, date, summary or until; did you mean \"date\"?"
    ),
    (
        "x", news("title: x\ndate:  1405/13/03"),
        "3:8: error: date is \"1405/13/03\"; expected a day such as 1405/09/03 or 2026-11-24"
    ),
    ("x", news("title: x\ndate: فردا"), "3:7: error: date is \"فردا\"; expected a day such as "),
    ("x", news("title: x\ndate:"), "3:6: error: date is \"\"; expected a day such as "),
    (
        "x", news("title: x\ndate: 1405/09/03\nuntil: 1405/09/31"),
        "4:8: error: until is \"1405/09/31\"; expected a day such as "
    ),
    (
        "x", news("title: x\nuntil: 1405/09/02\ndate: 1405/09/03"),
        "3:8: error: until is before date; expected the same day or a later one"
    ),
    ("x", news("title: x\ndate: 1405/09/03\ndate: 1405/09/04"), "4:1: error: duplicate field \"date\""),
    ("x y", news("title: x\ndate: 1405/09/03"), "1:1: error: the name \"x y\" cannot be a page's; expected letters"),
    (
        "page-2", news("title: x\ndate: 1405/09/03"),
        "1:1: error: the name \"page-2\" cannot be a page's; expected another name"
    ),
    ("x", "\u{FEFF}" + news("title: x"), "1:1: error: the file begins with a byte order mark; expected UTF-8 without"),
    ("x", news("title: x\ndate: 1405/09/03", text: "{fileSzie}"), "5:1: error: unknown placeholder {fileSzie}"),
]

@Test("Each mistake in news is the only complaint, and is reported at its place", arguments: rows.indices)
func newsMistake(index: Int) throws {
    let (name, text, beginning) = rows[index]
    let complaints = try SmallSite(["pages/fa/news/\(name).md": text]).complaints
    #expect(complaints.count == 1, "\(complaints)")
    #expect(complaints.first?.hasPrefix("pages/fa/news/\(name).md:\(beginning)") == true, "\(complaints)")
}

@Test("A page of text cannot have the news' own name")
func newsNameIsTaken() throws {
    let complaints = try SmallSite(["pages/fa/news.md": SmallSite.page]).complaints
    #expect(complaints == ["pages/fa/news.md:1:1: error: the name \"news\" cannot be a page's; expected another name"])
}
