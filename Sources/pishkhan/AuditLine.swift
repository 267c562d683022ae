import Desk
import Persian

/// A line of the audit as `pishkhan audit --json` prints it.
struct AuditLine: Encodable {
    /// `2026-11-23T09:30:05Z`.
    let at: String
    let document: Int?
    let id: Int
    let kind: String
    let letter: Int?
    let staff: String?
    let text: String

    init(_ event: Event) {
        at = utcText(event.at)
        document = event.document
        id = event.id
        kind = event.kind.rawValue
        letter = event.letter
        staff = event.staff
        text = event.text
    }
}

/// A line of the audit for people: nothing in it can look like a line of its own.
func plainLine(_ event: Event, offset: Int) -> String {
    let who = event.staff ?? (event.letter == nil ? "system" : "applicant")
    let letter = event.letter.map { "letter \($0)" } ?? "–"
    let words = unified(event.text)
    return "\(event.id)  \(localText(event.at, offset: offset))  \(who)  "
        + "\(event.kind.rawValue)  \(letter)\(words.isEmpty ? "" : "  \(words)")"
}
