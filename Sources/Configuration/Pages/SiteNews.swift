import Persian
import Portal
import Source

/// A piece of news: a page of text with its day.
public struct SiteNews: Equatable, Sendable {
    /// What it says; its name begins with `news/`.
    public let page: SitePage
    /// The day of the news.
    public let day: DayNumber
    /// The last day on which the home page shows it; nil for as long as it is among the newest.
    public let until: DayNumber?
}

/// Reads the news of a language, newest first; none where there is no folder. All mistakes are noted.
func readNews(_ folder: String, language: Language, noting noted: Noted) -> [SiteNews] {
    guard SiteFiles.isFolder(folder) else { return [] }
    return names(in: folder, suffix: ".md", noting: noted).compactMap { name in
        readNews(folder + "/" + name, stem: String(name.dropLast(3)), language: language, noting: noted)
    }.sorted { ($1.day, $0.page.name) < ($0.day, $1.page.name) }
}

private func readNews(_ path: String, stem: String, language: Language, noting noted: Noted) -> SiteNews? {
    // The later pages of the list are /news/page-2/ and so on.
    let isOfList = stem.hasPrefix("page-") && stem.dropFirst(5).allSatisfy(\.isNumber)
    guard
        let (page, matter) = readPage(
            path, name: "news/" + stem, isNameFree: !isOfList, fields: ["title", "date", "summary", "until"],
            language: language, noting: noted)
    else { return nil }
    func note(_ offset: Int, _ wrong: String, expected: String) {
        noted.problems.append(
            Problem(wrong, expected: expected, file: path, source: page.source, offset: offset))
    }
    func day(_ name: String) -> DayNumber? {
        guard let value = matter.fields[name] else { return nil }
        let day = DayNumber(typed: value.text)
        if day == nil {
            note(value.offset, "\(name) is \(quoted(value.text))", expected: "a day such as 1405/09/03 or 2026-11-24")
        }
        return day
    }
    if matter.fields["date"] == nil { note(0, "no date", expected: "date: 1405/09/03 or date: 2026-11-24") }
    let date = day("date")
    let until = day("until")
    guard let date else { return nil }
    if let until, until < date {
        note(matter.fields["until"]?.offset ?? 0, "until is before date", expected: "the same day or a later one")
    }
    return SiteNews(page: page, day: date, until: until)
}
