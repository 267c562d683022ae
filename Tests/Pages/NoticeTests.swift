import Portal
import Testing

@testable import Pages

private func notice(_ weight: PortalNotice.Weight, _ from: Int, _ until: Int, _ words: String) -> PortalNotice {
    var notice = PortalNotice()
    notice.weight = weight
    notice.from = from
    notice.until = until
    notice.markup = LocalizedText(persian: "<p>\(words)</p>\n", english: "<p>\(words)</p>\n")
    return notice
}

/// The notices of a page in this frame, as markup.
private func notices(_ all: [PortalNotice], _ showing: Pages.Showing) -> String {
    var settings = PortalSettings()
    settings.notices = all
    let texts = Texts(language: .english, table: StringTable(Text.allCases.map(\.name)))
    return Pages(settings: settings, texts: texts, otherLanguages: [], showing: showing).notices.markup
}

// 60 seconds are one minute: the attributes hold no seconds.
private let all = [
    notice(.info, 600, 1_200, "first"), notice(.warning, 1_200, 1_800, "second"),
    notice(.info, 0, PortalNotice.never, "ever"),
]

@Test(
    "A page for one request has the notices that are current in that second, and no times",
    arguments: [
        (599, ["ever"]), (600, ["first", "ever"]), (1_199, ["first", "ever"]), (1_200, ["second", "ever"]),
        (1_799, ["second", "ever"]), (1_800, ["ever"]),
    ])
func noticesAtMoment(moment: Int, words: [String]) {
    let markup = notices(all, .at(moment))
    #expect(all.map(\.markup.english).filter(markup.contains) == words.map { "<p>\($0)</p>\n" })
    #expect(!markup.contains("data-") && !markup.contains("hidden"))
    #expect(markup.hasPrefix("<div class=\"notices\" role=\"region\" aria-label=\"noticesLabel\">\n"))
}

@Test("A page that is a file has all notices, with their times; what has not begun is hidden")
func noticesInFile() {
    // The build takes the beginning away from what has begun.
    let begun = notice(.info, 0, 1_200, "first")
    #expect(
        notices([begun, all[1], all[2]], .file) == """
            <div class="notices" role="region" aria-label="noticesLabel" data-timed=".notice">
            <div class="notice" data-until="1970-01-01T00:20Z"><strong>noticeInfo</strong>
            <p>first</p>
            </div>
            <div class="notice warning" data-from="1970-01-01T00:20Z" data-until="1970-01-01T00:30Z" hidden><strong>noticeWarning</strong>
            <p>second</p>
            </div>
            <div class="notice"><strong>noticeInfo</strong>
            <p>ever</p>
            </div>
            </div>

            """)
    let coming = notices([all[1]], .file)
    #expect(
        coming.hasPrefix(
            "<div class=\"notices\" role=\"region\" aria-label=\"noticesLabel\" data-timed=\".notice\" hidden>"))
}

@Test("Where no notice is current or to come there is nothing")
func noNotices() {
    #expect(notices([], .file) == "")
    #expect(notices([all[0]], .at(0)) == "")
    #expect(notices([all[0]], .at(1_200)) == "")
}

@Test("The notices stand before the page's own content")
func noticesComeFirst() {
    var settings = PortalSettings()
    settings.notices = [all[2]]
    let texts = Texts(language: .english, table: StringTable(Text.allCases.map(\.name)))
    let pages = Pages(settings: settings, texts: texts, otherLanguages: [], showing: .at(0))
    let shell = PageShell(text: PageShell.open(.title) + PageShell.open(.main))
    let document = String(decoding: pages.document(Page(title: "t", main: "<h1>own</h1>"), in: shell), as: UTF8.self)
    #expect(document.hasSuffix("<p>ever</p>\n</div>\n</div>\n<h1>own</h1>"))
}
