import CGI
import Desk
import Pages
import Portal
import Secrets
import Store

/// `GET /staff/login/code`: asks for the authenticator app's code.
func askForSecondStep(_ visit: inout Visit) throws -> Response {
    _ = try visit.memberPastPassword()
    return visit.page(visit.pages().secondStep())
}

/// `POST /staff/login/code`: signs in whoever has the app, or a recovery code in its place.
func confirmSecondStep(_ visit: inout Visit) throws -> Response {
    let member = try visit.memberPastPassword()
    let fields = try visit.readFields("code", "recovery")
    guard let typed = SecondFactor(appCode: fields["code"] ?? "", recoveryCode: fields["recovery"] ?? "") else {
        // Of the page's two forms each sends its own field.
        return visit.secondStep(.init(fields["recovery"] == nil ? .code : .recovery, .missing))
    }
    let isRecovery = if case .recoveryCode = typed { true } else { false }
    switch try visit.store().trySecondFactor(typed, of: .staff(member), limits: visit.limits, now: visit.now) {
    case .tooMany(let seconds): throw Refusal.tooMany(retryAfter: seconds)
    case .wrong:
        try visit.store().recordFailedSignIn(name: member.name, now: visit.now)
        return visit.secondStep(isRecovery ? .init(.recovery, .wrongRecoveryCode) : .init(.code, .wrongAppCode))
    case .right:
        // Whoever needed a recovery code sees how many are left.
        var response = try visit.signIn(member, leadingTo: isRecovery ? "/staff/authenticator" : member.start)
        response.add(visit.cookie(CookieName.passwordStep, "")?.deleted)
        return response
    }
}

extension Visit {
    /// The member of the staff whose password was right in this browser.
    fileprivate mutating func memberPastPassword() throws -> StaffMember {
        guard let cookie = cookieValue(CookieName.passwordStep), let form = token(CookieName.form),
            let member = try store().memberPastPassword(cookie, now: now)
        else { throw Refusal.staffSignedOut }
        formCookie = form
        return member
    }

    fileprivate func secondStep(_ problem: FieldProblem<StaffField>) -> Response {
        record.refuse([problem])
        return page(pages().secondStep(problems: [problem]), .badRequest)
    }
}
