import CGI
import Desk
import Pages
import Portal
import Store

/// `GET /desk`: the citizen's letters, newest first.
func showDesk(_ visit: inout Visit) throws -> Response {
    let applicant = try visit.applicant()
    return try visit.desk(of: applicant)
}

/// `GET /track?code=…`: the latest status of the citizen's accepted letter with a tracking code.
func followUp(_ visit: inout Visit) throws -> Response {
    let applicant = try visit.applicant()
    visit.ownPath = "/desk"
    let typed = visit.request.query["code"] ?? ""
    guard !typed.isEmpty else { return try visit.desk(of: applicant, tracking: (typed, .missing), .badRequest) }
    guard let code = TrackingCode(typed: typed), let letter = try visit.store().letter(code, of: applicant) else {
        return try visit.desk(of: applicant, tracking: (typed, .trackingCodeUnknown), .notFound)
    }
    return visit.redirect(visit.paths.status(letter.id))
}

extension Visit {
    fileprivate mutating func desk(
        of applicant: Applicant, tracking: (typed: String, fault: FieldFault)? = nil, _ status: Status = .ok
    ) throws -> Response {
        if let fault = tracking?.fault { record.refuse([FieldProblem("code", fault)]) }
        let place = try placeInList()
        let list = PageOfList(
            try store().letters(of: applicant, before: place, limit: limits.pageLength + 1), length: limits.pageLength)
        let pages = pages()
        let page = pages.desk(
            letters: list.entries, isFirst: place == nil, next: list.hasMore ? list.entries.last?.id : nil,
            trackingCode: tracking?.typed ?? "", trackingFault: tracking?.fault, frame: frontDesk.deskFrame(of: pages))
        return self.page(page, status, by: pages)
    }
}
