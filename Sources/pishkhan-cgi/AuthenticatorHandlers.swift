import CGI
import Desk
import Pages
import Portal
import Secrets
import Store

// The same four for citizens, below `/authenticator`, and for the staff, below `/staff/authenticator`.

/// `GET …/authenticator`: a key to add an app with, or what can be done with the app that was added.
func showAuthenticator(_ visit: inout Visit) throws -> Response {
    let owner = try visit.authenticatorOwner()
    guard case .on(let left) = try visit.store().authenticator(of: owner.holder) else {
        return try visit.offer(
            to: owner, notice: visit.request.query["done"] == "removed" ? .authenticatorRemoved : nil)
    }
    return visit.page(visit.pages().authenticator(recoveryCodesLeft: left))
}

/// `POST …/authenticator`: adds the app once its first code is right, and shows the recovery codes.
func addAuthenticator(_ visit: inout Visit) throws -> Response {
    let owner = try visit.authenticatorOwner()
    let fields = try visit.readFields("password", "code")
    guard owner.isFresh else { return visit.page(visit.pages().staleLogin(), .forbidden) }
    if case .on(let left) = try visit.store().authenticator(of: owner.holder) {
        // The form of another tab, or sent twice.
        return visit.page(visit.pages().authenticator(recoveryCodesLeft: left), .conflict)
    }
    var problems: [FieldProblem<AuthenticatorField>] = []
    if case .staff(let member) = owner.holder,
        let fault = try visit.fault(ofPresent: fields["password"] ?? "", of: member)
    {
        problems.append(.init(.password, fault))
    }
    let code = typedDigits(fields["code"] ?? "")
    if code.isEmpty { problems.append(.init(.code, .missing)) }
    guard problems.isEmpty else { return try visit.offer(to: owner, problems: problems) }
    let codes = try visit.store().addAuthenticator(
        to: owner.holder, appCode: code, session: owner.token, now: visit.now)
    guard let codes else { return try visit.offer(to: owner, problems: [.init(.code, .wrongAppCode)]) }
    return visit.page(visit.pages().recoveryCodes(codes))
}

/// `POST …/authenticator/recovery`: new recovery codes in place of the old ones.
func renewRecoveryCodes(_ visit: inout Visit) throws -> Response {
    try visit.change { visit, typed, owner in
        let (result, codes) = try visit.store().renewRecoveryCodes(
            of: owner.holder, by: typed, limits: visit.limits, now: visit.now)
        return (result, visit.page(visit.pages().recoveryCodes(codes)))
    }
}

/// `POST …/authenticator/remove`: from then on there is no app.
func removeAuthenticator(_ visit: inout Visit) throws -> Response {
    try visit.change { visit, typed, owner in
        let result = try visit.store().removeAuthenticator(
            of: owner.holder, by: typed, keeping: owner.token, limits: visit.limits, now: visit.now)
        return (result, visit.redirect(visit.paths.dynamic(visit.ownPath + "?done=removed")))
    }
}

extension SignedIn {
    /// As apps show it beside the code.
    fileprivate var account: String {
        switch holder {
        case .staff(let member): member.name
        case .applicant(let applicant): applicant.mobile.e164
        }
    }
}

extension Visit {
    /// Whose app is shown or changed; a member of the staff may still be without one.
    fileprivate mutating func authenticatorOwner() throws -> SignedIn {
        try signedIn(at: "/authenticator") { visit in try visit.staffMemberWithOwnPassword() }
    }

    private func mustAddApp(_ owner: SignedIn) -> Bool {
        if case .staff(let member) = owner.holder {
            settings.requiresSecondFactor && !member.hasSecondFactor
        } else {
            false
        }
    }

    fileprivate func offer(
        to owner: SignedIn, problems: [FieldProblem<AuthenticatorField>] = [], notice: Text? = nil
    ) throws -> Response {
        guard owner.isFresh else { return page(pages().staleLogin()) }
        let key = Pages.OfferedKey(
            text: try store().offeredKey(to: owner.holder, session: owner.token).keyText, host: settings.host,
            account: owner.account)
        if !problems.isEmpty { record.refuse(problems) }
        let page = pages().addAuthenticator(key, isRequired: mustAddApp(owner), problems: problems, notice: notice)
        return self.page(page, problems.isEmpty ? .ok : .badRequest)
    }

    /// A change that needs the second factor again, and of the staff the password.
    fileprivate mutating func change(
        _ carryOut: (_ visit: Visit, SecondFactor, SignedIn) throws -> (SecondFactorTry, Response)
    ) throws -> Response {
        let owner = try authenticatorOwner()
        let fields = try readFields("password", "code", "recovery")
        guard case .on(let left) = try store().authenticator(of: owner.holder) else {
            return redirect(paths.dynamic(ownPath))
        }
        guard let typed = SecondFactor(appCode: fields["code"] ?? "", recoveryCode: fields["recovery"] ?? "") else {
            return again(left, .init(.code, .missing))
        }
        if case .staff(let member) = owner.holder,
            let fault = try fault(ofPresent: fields["password"] ?? "", of: member)
        {
            return again(left, .init(.password, fault))
        }
        let isRecovery = if case .recoveryCode = typed { true } else { false }
        let (result, response) = try carryOut(self, typed, owner)
        switch result {
        case .right: return response
        case .tooMany(let seconds): throw Refusal.tooMany(retryAfter: seconds)
        case .wrong:
            return again(left, isRecovery ? .init(.recovery, .wrongRecoveryCode) : .init(.code, .wrongAppCode))
        }
    }

    private func again(_ recoveryCodesLeft: Int, _ problem: FieldProblem<AuthenticatorField>) -> Response {
        record.refuse([problem])
        return page(
            pages().authenticator(recoveryCodesLeft: recoveryCodesLeft, problems: [problem]), .badRequest)
    }
}
