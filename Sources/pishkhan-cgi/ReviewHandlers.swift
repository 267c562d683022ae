import CGI
import Desk
import Persian
import Portal
import Store

/// `POST /staff/letters/<id>/accept`: the letter gets its numbers and goes to its unit.
func acceptLetter(_ visit: inout Visit) throws -> Response {
    let (member, letter) = try visit.letterForStaff()
    _ = try visit.readFields()
    let notices = visit.notices
    try visit.store().accept(
        letter.id, by: member, numbering: try LetterNumbering(pattern: visit.settings.numbering),
        year: try visit.settings.year(of: visit.now), now: visit.now
    ) { letter, acceptance in try notices.accepted(letter, acceptance) }
    return visit.redirect(visit.paths.staffLetter(letter.id) + "?done=accepted")
}

/// `POST /staff/letters/<id>/reject`: the citizen gets the chosen reason, the written one, or both.
func rejectLetter(_ visit: inout Visit) throws -> Response {
    let (member, letter) = try visit.letterForStaff()
    let fields = try visit.readFields("choice", "reason")
    try letter.requireReview(by: member)
    let parts = [fields["choice"] ?? "", fields["reason"] ?? ""].map(unified).filter { !$0.isEmpty }
    let reason = parts.joined(separator: " ")
    if let fault = Letter.problem(withRemark: reason) {
        return try visit.staffLetter(
            letter, for: member, problem: .init(.reason, fault), typed: fields["reason"] ?? "")
    }
    let notices = visit.notices
    try visit.store().reject(letter.id, by: member, reason: reason, now: visit.now) { letter, rejection in
        try notices.rejected(letter, rejection)
    }
    return visit.redirect(visit.paths.staffLetter(letter.id) + "?done=rejected")
}
