import CGI
import Desk
import Pages
import Portal
import Secrets
import Store

/// `GET /letters/new[?unit=ID]`: the form, with a unit chosen already where the address names one.
func showNewLetter(_ visit: inout Visit) throws -> Response {
    let applicant = try visit.applicant()
    let kept = try visit.keptDraft(of: applicant)
    var draft = kept ?? LetterDraft()
    if let unit = visit.request.query["unit"] { draft.unit = unit }
    return visit.page(try visit.newLetter(draft, isRestored: kept != nil, submission: Token.random()))
}

/// `POST /letters`: registers a letter under review.
func registerLetter(_ visit: inout Visit) throws -> Response {
    visit.ownPath = "/letters/new"
    let applicant: Applicant
    do { applicant = try visit.applicant() } catch Refusal.signedOut { return try visit.answerAfterSession() }
    try visit.requireSameOrigin()
    let isOverQuota = try visit.isOverQuota(applicant)
    let store = try visit.store()
    let form = try visit.readUploads(
        ["sender", "senderKind", "unit", "subject", "submission"], fileFields: ["letter", "attachment"]
    ) { fields in
        // The back button a day later: the form belongs to a session that is over, but its letter is there.
        if let earlier = try registeredLetter(fields, of: applicant, in: store) {
            throw Refusal.alreadyRegistered(letter: earlier.id)
        }
    }
    var uploads = form.uploads
    defer { for index in uploads.indices { uploads[index].discard() } }

    guard let submission = form.fields["submission"].flatMap(Token.init(text:)) else { throw Refusal.badRequest }
    if let earlier = try registeredLetter(form.fields, of: applicant, in: store) {
        return visit.redirect(visit.paths.receipt(earlier.id))
    }
    let draft = LetterDraft(form.fields)
    let unit = try visit.portal.unit(draft.unit)?.recipient(in: visit.language)
    var problems = draft.problems(recipient: unit) + documentProblems(uploads, limits: visit.limits)
    if isOverQuota { problems.append(.init(.letter, .document(.quotaUsedUp))) }
    guard problems.isEmpty, let unit else {
        let page = try visit.newLetter(draft, problems: problems, submission: submission)
        var response = visit.page(page, Status(for: problems.map(\.fault)))
        response.add(try visit.draftCookie(draft, of: applicant.mobile))
        return response
    }
    let notices = visit.notices
    let letter = try store.register(
        draft, to: unit, from: applicant, uploads: &uploads, submission: submission,
        language: visit.language.rawValue, now: visit.now
    ) { letter in try notices.registered(letter) }
    var response = visit.redirect(visit.paths.receipt(letter.id))
    visit.forgetDraft(in: &response)
    return response
}

/// The letter that a form has become when it was sent before.
private func registeredLetter(_ fields: Fields, of applicant: Applicant, in store: Store) throws -> Letter? {
    guard let submission = fields["submission"].flatMap(Token.init(text:)) else { return nil }
    return try store.registeredLetter(submission: submission, of: applicant)
}

/// What is wrong with the uploads: one letter file there must be, and not too many attachments.
private func documentProblems(_ uploads: [IncomingDocument], limits: Limits) -> [FieldProblem<LetterDraft.Field>] {
    var problems: [FieldProblem<LetterDraft.Field>] = []
    let letters = uploads.filter { $0.field == "letter" }
    if letters.isEmpty { problems.append(.init(.letter, .missing)) }
    if letters.count > 1 { problems.append(.init(.letter, .document(.tooMany(limit: 1)))) }
    if uploads.count - letters.count > limits.attachments {
        problems.append(.init(.attachment, .document(.tooMany(limit: limits.attachments))))
    }
    for upload in uploads {
        let field: LetterDraft.Field = upload.field == "letter" ? .letter : .attachment
        do throws(DocumentFailure) {
            _ = try upload.kind()
        } catch {
            problems.append(.init(field, .document(error.fault)))
        }
    }
    return problems
}

extension Visit {
    /// Whether this request would exceed what the applicant may send in 30 days; asked before its bytes are kept.
    fileprivate mutating func isOverQuota(_ applicant: Applicant) throws -> Bool {
        let used = try store().usedBytes(by: applicant, since: now - 30 * 86_400)
        return used + (request.contentLength ?? 0) > limits.applicantBytes
    }

    fileprivate func newLetter(
        _ draft: LetterDraft, problems: [FieldProblem<LetterDraft.Field>] = [], isRestored: Bool = false,
        submission: Token
    ) throws -> Page {
        record.refuse(problems)
        let guidance = Pages.Guidance(
            person: HTML(trusted: try portal.fragment("natural-person", language)),
            company: HTML(trusted: try portal.fragment("company", language)))
        return pages().newLetter(
            draft, problems: problems, isRestored: isRestored, units: try portal.units(), guidance: guidance,
            submission: submission.text)
    }
}
