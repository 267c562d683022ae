import Persian
import Portal
import Testing

@testable import Pages

private func pages(_ language: Language, dateAndTime: String) -> Pages {
    let texts = Text.allCases.map { $0 == .dateAndTime ? dateAndTime : $0.name }
    return Pages(
        settings: PortalSettings(), texts: Texts(language: language, table: StringTable(texts)), otherLanguages: [],
        showing: .file)
}

private let noon = 1_795_434_300  // 2026-11-23T11:45Z

@Test(
    "A moment's date and times stand where its text has them",
    arguments: [
        ("{date}, {time}", "23 November 2026, 15:15"), ("{time}", "15:15"), ("{date}", "23 November 2026"),
        ("{time} ({time}) & {date}", "15:15 (15:15) &amp; 23 November 2026"), ("", ""),
    ])
func places(text: String, written: String) {
    let moment = pages(.english, dateAndTime: text).moment(noon).markup
    #expect(moment == "<time datetime=\"2026-11-23T11:45Z\">\(written)</time>")
}

@Test(
    "Moments in a row are written as each is alone",
    arguments: [
        [0, 0, 60, 86_399, 86_400], [0, 1, 1, -1, 1],
        // Midnight at the portal's place is not midnight in UTC.
        [-12_601, -12_600, 73_799, 73_800, 86_400].map { noon - noon % 86_400 + $0 },
    ], Language.allCases)
func row(seconds: [Int], language: Language) {
    let pages = pages(language, dateAndTime: "{date}، {time}")
    var moments = MomentWriter(pages)
    for second in seconds { #expect(moments.written(second) == pages.moment(second)) }
}

@Test("A year that ISO 8601 cannot write has no value for programs, and the next moment has one")
func farAway() {
    let pages = pages(.persian, dateAndTime: "{date}، {time}")
    var moments = MomentWriter(pages)
    let far = 253_402_300_800 + 12 * 3_600  // the year 10000
    for second in [noon, far, noon, far] {
        let moment = moments.written(second).markup
        #expect(moment == (second == far ? "<time>–، ۱۵:۳۰</time>" : pages.moment(noon).markup))
    }
}
