import CGI
import Desk
import Pages
import Portal
import Secrets
import Store

// The same two for citizens, at `/sessions`, and for the staff, at `/staff/sessions`.

/// `GET …/sessions`: where the person is signed in.
func showSessions(_ visit: inout Visit) throws -> Response {
    let owner = try visit.sessionOwner()
    return try visit.sessions(of: owner)
}

/// `POST …/sessions`: ends one of them, or all but this one, for somebody who has just logged in or gives the password again.
func endSessions(_ visit: inout Visit) throws -> Response {
    let owner = try visit.sessionOwner()
    let fields = try visit.readFields("password", "session", "all")
    guard owner.isFresh else {
        return visit.page(visit.pages().staleLogin(title: .sessionsTitle, lead: .sessionsLead), .forbidden)
    }
    if case .staff(let member) = owner.holder,
        let fault = try visit.fault(ofPresent: fields["password"] ?? "", of: member)
    {
        return try visit.sessions(of: owner, fault: fault)
    }
    if fields["all"] != nil {
        try visit.store().endSessions(of: owner.holder, but: owner.token)
    } else if let mark = fields["session"] {
        // One that has ended meanwhile is no fault: it is what was wished.
        _ = try visit.store().endSession(marked: mark, of: owner.holder, but: owner.token)
    } else {
        throw Refusal.badRequest
    }
    return visit.redirect(visit.paths.dynamic(visit.ownPath + "?done=ended"))
}

extension Visit {
    fileprivate mutating func sessionOwner() throws -> SignedIn {
        try signedIn(at: "/sessions") { visit in try visit.staffMember() }
    }

    fileprivate func sessions(of owner: SignedIn, fault: FieldFault? = nil) throws -> Response {
        let open = try store().openSessions(of: owner.holder, asking: owner.token, limits: limits, now: now)
        if let fault { record.refuse([FieldProblem(StaffField.password, fault)]) }
        let page = pages().openSessions(open, fault: fault, isEnded: fault == nil && request.query["done"] == "ended")
        return self.page(page, fault == nil ? .ok : .badRequest)
    }
}
