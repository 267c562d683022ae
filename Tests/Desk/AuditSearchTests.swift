import Desk
import Testing

/// Tehran.
private let offset = 12_600

@Test("A span of days begins with the first day's midnight and ends with the last one's, by the portal's clock")
func span() {
    let search = AuditSearch(
        typed: [.since: "۱۴۰۵/۹/۲", .until: "2026-11-23", .letter: "۱۲۵", .person: " maryam "], offset: offset)
    #expect(search.problems.isEmpty)
    #expect(search.filter.since == 20_780 * 86_400 - offset)
    #expect(search.filter.until == 20_781 * 86_400 - offset)
    #expect(search.filter.letter == 125)
    #expect(search.filter.person == "maryam")
}

@Test("Fields that are left empty ask for nothing")
func emptySearch() {
    let search = AuditSearch(typed: [.since: "", .until: " ", .letter: "\u{200c}", .person: "\t"], offset: offset)
    #expect(search.filter == AuditFilter())
    #expect(search.problems.isEmpty && search.typed.isEmpty)
}

@Test("Each mistyped field has its fault", arguments: ["x", "0", "-1", "1.5", "1405/13/1", "99999999999999999999"])
func mistyped(text: String) {
    let search = AuditSearch(typed: [.since: text, .until: text, .letter: text], offset: offset)
    #expect(
        search.problems == [.init(.letter, .notANumber), .init(.since, .notADate), .init(.until, .notADate)])
}
