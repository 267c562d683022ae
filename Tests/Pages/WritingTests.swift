import Portal
import Testing

@testable import Pages

private func pages(_ language: Language) -> Pages {
    EveryPage(language, words: { key in key.name + key.placeholders.sorted().map { " {\($0)}" }.joined() }).pages
}

@Test(
    "Sizes in the unit that makes them readable",
    arguments: [
        (0, "bytes 0"), (1_023, "bytes 1023"), (1_024, "kilobytes 1"), (1_536, "kilobytes 1.5"),
        (1_048_575, "kilobytes 1024"), (1_048_576, "megabytes 1"),
        (1_572_864, "megabytes 1.5"), (20 * 1_048_576, "megabytes 20"), (50 * 1_048_576 + 52_429, "megabytes 50.1"),
    ])
func sizes(bytes: Int, text: String) {
    #expect(pages(.english).size(bytes) == text)
}

@Test("Persian has its own digits and its own decimal sign")
func persianSize() {
    #expect(pages(.persian).size(1_572_864) == "megabytes ۱٫۵")
    #expect(pages(.persian).count(1_405) == "۱۴۰۵")
}

@Test(
    "Waiting times are rounded up, and never nothing",
    arguments: [
        (-5, "seconds 1"), (0, "seconds 1"), (1, "seconds 1"), (90, "seconds 90"), (91, "minutes 2"),
        (120, "minutes 2"), (121, "minutes 3"), (5_400, "minutes 90"), (5_401, "hours 2"), (86_400, "hours 24"),
    ])
func durations(seconds: Int, text: String) {
    #expect(pages(.english).duration(seconds) == text)
}

@Test("Each limit that a page can name is said in its unit, and follows the config")
func limits() {
    let pages = pages(.english)
    let said = PageLimit.allCases.map(pages.wording)
    #expect(
        said == [
            "megabytes 20", "megabytes 50", "megabytes 200", "5", "6", "minutes 5", "seconds 60", "5", "minutes 30",
        ])
}

@Test("A moment says its day and time in the local calendar, and in UTC for machines")
func moments() {
    #expect(
        pages(.english).moment(1_795_468_500).markup
            == "<time datetime=\"2026-11-23T21:15Z\">dateAndTime 24 November 2026 00:45</time>")
    #expect(
        pages(.persian).moment(1_795_468_500).markup
            == "<time datetime=\"2026-11-23T21:15Z\">dateAndTime ۳ آذر ۱۴۰۵ ۰۰:۴۵</time>")
}
