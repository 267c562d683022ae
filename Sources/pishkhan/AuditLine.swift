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
        let day = (try? GregorianDate(utcSeconds: event.at, offset: 0))?.short ?? ""
        let second = (event.at % 60 + 60) % 60
        at = "\(day)T\(ClockTime(utcSeconds: event.at, offset: 0).short):\(second < 10 ? "0" : "")\(second)Z"
        document = event.document
        id = event.id
        kind = event.kind.rawValue
        letter = event.letter
        staff = event.staff
        text = event.text
    }
}
