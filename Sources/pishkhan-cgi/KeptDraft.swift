import CGI
import Desk
import Pages
import Secrets
import Store

/// What was typed into the form of a new letter survives an error, a change of language and the end of the session.
extension Visit {
    /// Seconds for which the browser keeps it.
    private static let draftLifetime = 3_600

    /// What this citizen typed and has not sent; somebody else's is not even readable here.
    mutating func keptDraft(of applicant: Applicant) throws -> LetterDraft? {
        guard let sealed = cookieValue(CookieName.draft) else { return nil }
        return try store().draft(sealed: sealed, of: applicant.mobile)
    }

    /// The cookie that keeps a draft; nil where there is nothing to keep, or too much.
    mutating func draftCookie(_ draft: LetterDraft, of mobile: MobileNumber) throws -> Cookie? {
        guard draft != LetterDraft() else { return nil }
        return try store().sealed(draft, of: mobile)
            .flatMap { cookie(CookieName.draft, $0, maxAge: Self.draftLifetime) }
    }

    /// Deletes a draft that has become a letter, or whose writer signs out.
    func forgetDraft(in response: inout Response) {
        if cookieValue(CookieName.draft) != nil { response.add(cookie(CookieName.draft, "")?.deleted) }
    }

    /// The answer to a letter that comes after its session has ended: the login page, and what was typed is kept.
    ///
    /// Only a form of that very session is read, and no byte of its files is kept.
    mutating func answerAfterSession() throws -> Response {
        guard let token = token(CookieName.session), let mobile = try store().formerHolder(of: token) else {
            throw Refusal.signedOut
        }
        formCookie = token
        guard let draft = (try? readDraft()).map(LetterDraft.init(_:)), let kept = try draftCookie(draft, of: mobile)
        else {
            throw Refusal.signedOut
        }
        var response = page(pages().login(notice: .draftKeptNotice), .forbidden)
        response.add(kept)
        return response
    }
}

extension LetterDraft {
    /// The draft in the fields of a form.
    init(_ fields: Fields) {
        self.init(
            sender: fields["sender"] ?? "", senderKind: fields["senderKind"].flatMap(SenderKind.init(rawValue:)),
            unit: fields["unit"] ?? "", subject: fields["subject"] ?? "")
    }
}
