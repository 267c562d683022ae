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
    let asked = draft.unit
    draft.unit = try visit.portal.replacements().present(asked)
    return visit.page(
        try visit.newLetter(draft, of: applicant, asked: asked, isRestored: kept != nil, submission: Token.random()))
}

/// `POST /letters`: registers a letter under review.
func registerLetter(_ visit: inout Visit) throws -> Response {
    visit.ownPath = "/letters/new"
    let applicant: Applicant
    do { applicant = try visit.applicant() } catch Refusal.signedOut { return try visit.answerAfterSession() }
    try visit.requireSameOrigin()
    let refusal = try visit.uploadRefusal(applicant)
    let store = try visit.store()
    let form = try visit.readUploads(
        ["sender", "senderKind", "unit", "subject", "submission"], fileFields: ["letter", "attachment"],
        keepsFiles: refusal == nil
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
    var draft = LetterDraft(form.fields)
    // A form that was opened before its unit was replaced is for the other one.
    draft.unit = try visit.portal.replacements().present(draft.unit)
    if let refusal { return try visit.again(draft, of: applicant, refusal, submission) }
    let unit = try visit.portal.unit(draft.unit)?.recipient(in: visit.language)
    let problems =
        draft.problems(recipient: unit, on: visit.today) + documentProblems(uploads, for: unit, limits: visit.limits)
    guard problems.isEmpty, let unit else {
        return try visit.again(draft, of: applicant, problems, submission, Status(for: problems.map(\.fault)))
    }
    do {
        try visit.joinPhotographs(in: &uploads)
    } catch let failure as DocumentFailure {
        let status = Status(for: [.document(failure.fault)])
        return try visit.again(draft, of: applicant, [.init(.letter, .document(failure.fault))], submission, status)
    }
    let scanned = try visit.scan(uploads)
    switch scanned.decision {
    case .take, .quarantine: break
    case .refuse:
        let problems = scanned.infected.map { infected in
            FieldProblem(field(of: infected.upload), .document(.malware(name: infected.upload.name)))
        }
        return try visit.again(draft, of: applicant, problems, submission, .badRequest)
    case .refuseForNow:
        return try visit.again(
            draft, of: applicant, [.init(.letter, .scannerDown)], submission, .serviceUnavailable, retryAfter: 300)
    }
    let notices = visit.notices
    do {
        let letter = try store.register(
            draft, to: unit, from: applicant, uploads: &uploads, submission: submission,
            language: visit.language.rawValue, isUnscanned: scanned.decision == .quarantine,
            quota: visit.limits.applicantBytes, now: visit.now
        ) { letter in try notices.registered(letter) }
        var response = visit.redirect(visit.paths.receipt(letter.id))
        visit.forgetDraft(in: &response)
        return response
    } catch let refusal as UploadRefusal {
        return try visit.again(draft, of: applicant, refusal, submission)
    }
}

private func field(of upload: IncomingDocument) -> LetterDraft.Field {
    upload.field == "letter" ? .letter : .attachment
}

/// The letter that a form has become when it was sent before.
private func registeredLetter(_ fields: Fields, of applicant: Applicant, in store: Store) throws -> Letter? {
    guard let submission = fields["submission"].flatMap(Token.init(text:)) else { return nil }
    return try store.registeredLetter(submission: submission, of: applicant)
}

/// What is wrong with the uploads: one letter file there must be, or photographs of its pages; the attachments that the unit
/// asks for; and not too many.
private func documentProblems(
    _ uploads: [IncomingDocument], for unit: Unit?, limits: Limits
) -> [FieldProblem<LetterDraft.Field>] {
    var problems: [FieldProblem<LetterDraft.Field>] = []
    let letters = uploads.filter { $0.field == "letter" }
    if letters.isEmpty { problems.append(.init(.letter, .missing)) }
    if letters.count > limits.photographs {
        problems.append(.init(.letter, .document(.tooManyPages(limit: limits.photographs))))
    }
    if let fault = unit?.fault(ofAttachments: uploads.count - letters.count) {
        problems.append(.init(.attachment, fault))
    }
    if uploads.count - letters.count > limits.attachments {
        problems.append(.init(.attachment, .document(.tooMany(limit: limits.attachments))))
    }
    for upload in uploads {
        do throws(DocumentFailure) {
            let kind = try upload.kind()
            if letters.count > 1, upload.field == "letter", kind != .jpeg, kind != .png {
                problems.append(.init(.letter, .document(.notAPhotograph(name: upload.name))))
            }
        } catch {
            problems.append(.init(field(of: upload), .document(error.fault)))
        }
    }
    return problems
}

extension Visit {
    /// Puts one document in the place of several photographs of the letter's pages, whose own files go.
    ///
    /// - Throws: `DocumentFailure` where that document cannot be made or is too large; the uploads then stay.
    fileprivate mutating func joinPhotographs(in uploads: inout [IncomingDocument]) throws {
        let photographs = uploads.filter { $0.field == "letter" }
        guard photographs.count > 1 else { return }
        let pages = pages()
        let name = pages.texts(.photographsName, ["count": pages.count(photographs.count)]) + ".pdf"
        var document = try store().join(
            photographs, name: name, limit: limits.fileBytes, floor: limits.freeBytes,
            documentLimits: settings.documentLimits)
        do throws(DocumentFailure) {
            _ = try document.kind()
        } catch {
            document.discard()
            throw error
        }
        for index in uploads.indices where uploads[index].field == "letter" { uploads[index].discard() }
        uploads = [document] + uploads.filter { $0.field != "letter" }
    }

    /// Why this request's files are not taken, whatever is in them; asked and counted before a byte of them is kept.
    fileprivate mutating func uploadRefusal(_ applicant: Applicant) throws -> UploadRefusal? {
        try store().refusal(
            ofUpload: request.contentLength ?? 0, from: applicant, network: network, limits: limits, now: now)
    }

    /// The form again, with what was typed, what is wrong, and after how many seconds another try makes sense.
    fileprivate mutating func again(
        _ draft: LetterDraft, of applicant: Applicant, _ problems: [FieldProblem<LetterDraft.Field>],
        _ submission: Token, _ status: Status, retryAfter: Int? = nil
    ) throws -> Response {
        var response = page(try newLetter(draft, of: applicant, problems: problems, submission: submission), status)
        if let retryAfter { response.set("Retry-After", HeaderValue(retryAfter)) }
        response.add(try draftCookie(draft, of: applicant.mobile))
        return response
    }

    /// The form again: no files are taken at present.
    fileprivate mutating func again(
        _ draft: LetterDraft, of applicant: Applicant, _ refusal: UploadRefusal, _ submission: Token
    ) throws -> Response {
        return try again(
            draft, of: applicant, [.init(.letter, .upload(refusal))], submission, refusal.status,
            retryAfter: refusal.retryAfter)
    }

    fileprivate func newLetter(
        _ draft: LetterDraft, of applicant: Applicant, asked: String? = nil,
        problems: [FieldProblem<LetterDraft.Field>] = [],
        isRestored: Bool = false, submission: Token
    ) throws -> Page {
        record.refuse(problems)
        let guidance = Pages.Guidance(
            person: HTML(trusted: try portal.fragment("natural-person", language)),
            company: HTML(trusted: try portal.fragment("company", language)))
        return pages().newLetter(
            draft, problems: problems, isRestored: isRestored, choice: try choice(of: draft.unit, asked: asked),
            guidance: guidance, submission: submission.text, draftKey: try store().draftKey(of: applicant.mobile))
    }

    private func choice(of unit: String, asked: String?) throws -> UnitChoice {
        let units = try portal.unitCount() <= UnitChoice.most ? try portal.units() : nil
        let chosen = try units?.first { $0.id == unit } ?? portal.unit(unit)
        let replaced = asked == unit ? nil : try asked.flatMap(portal.unit)
        return UnitChoice(of: units, chosen: chosen, replaced: replaced, today: today)
    }
}

extension UploadRefusal {
    /// A quota lets in again after a time, a disk when somebody mends it.
    var status: Status { self == .storageLow ? .serviceUnavailable : .tooManyRequests }
}
