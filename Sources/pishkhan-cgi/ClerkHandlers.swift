import CGI
import Desk
import Pages
import Persian
import Portal
import Store

/// `POST /staff/letters/<id>/events`: a status that the citizen reads.
func addStatus(_ visit: inout Visit) throws -> Response {
    let (member, letter) = try visit.letterForStaff()
    let fields = try visit.readFields("status")
    try letter.requireAction(by: member)
    let text = unified(fields["status"] ?? "")
    if let fault = Letter.problem(withRemark: text) {
        return try visit.staffLetter(letter, for: member, problem: .init(.status, fault), typed: text)
    }
    let notices = visit.notices
    try visit.store().addStatus(text, to: letter.id, by: member, now: visit.now) { try notices.status($0) }
    return visit.redirect(visit.paths.staffLetter(letter.id) + "?done=status")
}

/// `POST /staff/letters/<id>/reply`: the unit's reply, a document with a few words.
func reply(_ visit: inout Visit) throws -> Response {
    let (member, letter) = try visit.letterForStaff()
    try letter.requireAction(by: member)
    let refusal = try visit.store().refusal(ofUpload: visit.request.contentLength ?? 0, limits: visit.limits)
    let form = try visit.readUploads(["text"], fileFields: ["reply"], keepsFiles: refusal == nil)
    var uploads = form.uploads
    defer { for index in uploads.indices { uploads[index].discard() } }
    let text = unified(form.fields["text"] ?? "")
    if let refusal {
        return try visit.staffLetter(
            letter, for: member, problem: .init(.reply, .upload(refusal)), typed: text, status: refusal.status)
    }
    if let fault = replyFault(uploads, text: text) {
        return try visit.staffLetter(letter, for: member, problem: .init(.reply, fault), typed: text)
    }
    let scanned = try visit.scan(uploads, by: member)
    switch scanned.decision {
    case .take: break
    case .refuse:
        let fault = FieldFault.document(.malware(name: uploads[0].name))
        return try visit.staffLetter(letter, for: member, problem: .init(.reply, fault), typed: text)
    case .quarantine, .refuseForNow:
        // A clerk can send it again, and a citizen must not be told of a reply that nobody may read yet.
        return try visit.staffLetter(
            letter, for: member, problem: .init(.reply, .scannerDown), typed: text, status: .serviceUnavailable)
    }
    let notices = visit.notices
    try visit.store().reply(to: letter.id, text: text, upload: &uploads[0], by: member, now: visit.now) {
        try notices.replied($0)
    }
    return visit.redirect(visit.paths.staffLetter(letter.id) + "?done=reply")
}

private func replyFault(_ uploads: [IncomingDocument], text: String) -> FieldFault? {
    guard let upload = uploads.first else { return .missing }
    if uploads.count > 1 { return .document(.tooMany(limit: 1)) }
    if text.unicodeScalars.count > Letter.remarkLimit { return .tooLong(limit: Letter.remarkLimit) }
    do throws(DocumentFailure) {
        _ = try upload.kind()
        return nil
    } catch {
        return .document(error.fault)
    }
}
