import Portal
import Testing

@testable import Configuration

private func config(_ notices: String) -> String {
    SmallSite.config.replacing("  languages:", "  notices: \(notices),\n  languages:")
}

@Test("A notice is read with its moments in UTC, and its text with its place in the config")
func noticesAreRead() throws {
    let text = """
        [
            { text: { fa: "همیشه" } },
            { text: { fa: "تا" }, weight: "warning", from: "1405/09/03 08:00", until: "۲۰۲۶-۱۱-۲۴ ۹:۳۰" },
          ]
        """
    let site = try SmallSite(["portal.json5": config(text)]).read()
    #expect(site.notices.map(\.notice.weight) == [.info, .warning])
    // Tehran is 3 h 30 min ahead of UTC: 04:30 and 06:00 there.
    #expect(site.notices.map(\.notice.from) == [0, 1_795_494_600])
    #expect(site.notices.map(\.notice.until) == [PortalNotice.never, 1_795_500_000])
    #expect(site.notices.flatMap(\.texts).map(\.markdown) == ["همیشه", "تا"])
    let source = try #require(site.notices.first?.texts.first)
    #expect(source.source.position(at: source.textOffset).description == "6:19")
}

/// Each row: the notices, the place of the one complaint, and its beginning.
private let rows: [(String, String, String)] = [
    ("{}", "5:12", "notices is an object; expected a list [ … ], each an object { text, weight, from, until }"),
    ("[{}]", "5:13", "notices[0] lacks the key \"text\""),
    ("[{ text: {} }]", "5:21", "notices[0].text lacks its text in fa; expected fa: "),
    (
        "[{ text: { fa: \"x\" }, wieght: \"info\" }]", "5:34",
        "unknown key \"wieght\"; expected one of \"text\", \"weight\", \"from\", \"until\"; did you mean \"weight\"?"
    ),
    (
        "[{ text: { fa: \"x\" }, weight: \"warn\" }]", "5:42",
        "notices[0].weight is \"warn\"; expected \"info\" or \"warning\""
    ),
    (
        "[{ text: { fa: \"x\" }, from: \"1405/09/03\" }]", "5:40",
        "notices[0].from is \"1405/09/03\"; expected a day and a local time, such as \"1405/09/03 08:00\""
    ),
    (
        "[{ text: { fa: \"x\" }, until: \"1405/09/31 08:00\" }]", "5:41",
        "notices[0].until is \"1405/09/31 08:00\"; expected a day and a local time"
    ),
    ("[{ text: { fa: \"x\" }, until: \"1405/09/30 24:00\" }]", "5:41", "notices[0].until is "),
    ("[{ text: { fa: \"x\" }, until: \"1405/09/30 8:0\" }]", "5:41", "notices[0].until is "),
    ("[{ text: { fa: \"x\" }, until: \"1405/09/30 +8:00\" }]", "5:41", "notices[0].until is "),
    (
        "[{ text: { fa: \"x\" }, from: \"1405/09/03 08:00\", until: \"2026-11-24 08:00\" }]", "5:67",
        "notices[0].until is not after from; expected a later moment"
    ),
]

@Test("Each mistake in a notice is the only complaint, and is reported at its place", arguments: rows.indices)
func noticeMistake(index: Int) throws {
    let (notices, place, beginning) = rows[index]
    let complaints = try SmallSite(["portal.json5": config(notices)]).complaints
    #expect(complaints.count == 1, "\(complaints)")
    #expect(complaints.first?.hasPrefix("portal.json5:\(place): error: \(beginning)") == true, "\(complaints)")
}
