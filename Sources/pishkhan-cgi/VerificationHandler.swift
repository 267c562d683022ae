import CGI
import Desk
import Pages
import Store

/// `GET /verify[?code=…]`: tells whoever holds a printed letter that it exists, with its numbers, its days and its state.
///
/// Nobody need be signed in. Tries are not counted: a code is one of 2^80, and looking one up writes nothing. The code
/// stands in the query, which neither the web server's log nor ours holds.
func verifyLetter(_ visit: inout Visit) throws -> Response {
    guard let typed = visit.request.query["code"] else { return visit.page(visit.pages().verification()) }
    guard !typed.isEmpty else { return visit.unverified(typed, .missing, .badRequest) }
    guard let code = VerificationCode(typed: typed), let letter = try visit.store().attestation(of: code) else {
        return visit.unverified(typed, .verificationCodeUnknown, .notFound)
    }
    return visit.page(visit.pages().verified(letter))
}

extension Visit {
    fileprivate func unverified(_ typed: String, _ fault: FieldFault, _ status: Status) -> Response {
        record.refuse([FieldProblem("code", fault)])
        return page(pages().verification(typed: typed, fault: fault), status)
    }
}
