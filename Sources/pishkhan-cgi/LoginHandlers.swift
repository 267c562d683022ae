import CGI
import Desk
import Pages
import Persian
import Portal
import Store

/// `POST /login/code`: sends a one-time code to a number, and binds it to this browser.
func sendCode(_ visit: inout Visit) throws -> Response {
    visit.staticPath = { $0.login }
    // The form stands on a static page, so it has no token; the security code takes its place.
    let fields = try visit.readFields("mobile", "captcha", "lang", isBound: false)
    visit.choose(language: fields["lang"])
    let typed = fields["mobile"] ?? ""
    let (problems, mobile) = try visit.problems(mobile: typed, captcha: fields["captcha"] ?? "")
    guard problems.isEmpty, let mobile else { return visit.loginAgain(typed, problems) }

    let (notices, language, expires) = (visit.notices, visit.language, visit.now + visit.limits.codeLifetime)
    do {
        let token = try visit.store().makeCode(
            for: mobile, from: visit.address, limits: visit.limits, now: visit.now
        ) { code in try notices.code(code, to: mobile, in: language, expires: expires) }
        var response = visit.redirect(visit.paths.dynamic("/login/verify"))
        response.add(visit.cookie(CookieName.login, token.text, maxAge: visit.limits.codeLifetime))
        response.add(visit.cookie(CookieName.securityCode, "")?.deleted)
        response.add(visit.cookie(CookieName.language, language.rawValue, maxAge: 365 * 86_400))
        return response
    } catch CodeRefusal.tooMany(let seconds) {
        var response = visit.loginAgain(typed, [.init(.mobile, .tooManyCodes(retryAfter: seconds))], .tooManyRequests)
        response.set("Retry-After", HeaderValue(seconds))
        return response
    }
}

/// `GET /login/verify`: the form for the code.
func askForCode(_ visit: inout Visit) throws -> Response {
    guard let mobile = try visit.mobileWaiting() else { return visit.redirect(visit.paths.login) }
    return visit.page(visit.pages().code(mobile: mobile))
}

/// `POST /login/verify`: checks the code; whoever knows it is signed in.
func confirmCode(_ visit: inout Visit) throws -> Response {
    guard let token = visit.token(CookieName.login), let mobile = try visit.mobileWaiting() else {
        return visit.codeExpired()
    }
    let fields = try visit.readFields("code", "recovery")
    guard
        let typed = SecondFactor(appCode: fields["code"] ?? "", recoveryCode: fields["recovery"] ?? "")
    else {
        // Of the page's two forms each sends its own field.
        let field: LoginField = fields["recovery"] == nil ? .code : .recovery
        return visit.page(visit.pages().code(mobile: mobile, problems: [.init(field, .missing)]), .badRequest)
    }
    let isRecovery = if case .recoveryCode = typed { true } else { false }
    switch try visit.store().tryFactor(typed, token: token, limits: visit.limits, now: visit.now) {
    case .expired: return visit.codeExpired()
    case .wrong(let left):
        let problem = FieldProblem(isRecovery ? LoginField.recovery : .code, .wrongCode(triesLeft: left))
        return visit.page(visit.pages().code(mobile: mobile, problems: [problem]), .badRequest)
    case .right(let mobile):
        let session = try visit.store().signIn(mobile, now: visit.now)
        // Whoever needed a recovery code sees how many are left.
        var response = visit.redirect(isRecovery ? visit.paths.dynamic("/authenticator") : visit.paths.desk)
        response.add(visit.cookie(CookieName.session, session.text))
        response.add(visit.cookie(CookieName.login, "")?.deleted)
        return response
    }
}

/// `POST /logout`: ends the session of a citizen or of a member of the staff.
func signOut(_ visit: inout Visit) throws -> Response {
    let names = [CookieName.session, CookieName.staff]
    // Both may be signed in within one browser; the form's token says whose button was pressed.
    try visit.requireSameOrigin()
    let fields = try readForm(of: visit.request, from: &visit.body)
    let store = try visit.store()
    for name in names {
        guard let token = visit.token(name), let form = fields["token"], store.isFormToken(form, for: token) else {
            continue
        }
        try store.signOut(token)
        var response = visit.redirect(visit.paths.home)
        response.add(visit.cookie(name, "")?.deleted)
        visit.forgetDraft(in: &response)
        return response
    }
    throw Refusal.forgedForm
}

extension Visit {
    fileprivate mutating func choose(language wish: String?) {
        if let wish = wish.flatMap(Language.init(rawValue:)), settings.languages.contains(wish) { language = wish }
    }

    fileprivate mutating func problems(
        mobile typed: String, captcha: String
    ) throws -> ([FieldProblem<LoginField>], MobileNumber?) {
        var problems: [FieldProblem<LoginField>] = []
        let mobile = MobileNumber(typed: typed, plan: settings.mobilePlan)
        if mobile == nil { problems.append(.init(.mobile, typed.isEmpty ? .missing : .notAMobileNumber)) }
        if settings.securityCode == .image {
            let digits = asciiDigits(captcha).filter { $0 != " " }
            let isRight =
                if let cookie = cookieValue(CookieName.securityCode), !digits.isEmpty {
                    try store().spendSecurityCode(cookie: cookie, typed: digits, now: now)
                } else {
                    false
                }
            if !isRight { problems.append(.init(.captcha, digits.isEmpty ? .missing : .wrongSecurityCode)) }
        }
        return (problems, mobile)
    }

    fileprivate func loginAgain(
        _ typed: String, _ problems: [FieldProblem<LoginField>], _ status: Status = .badRequest
    ) -> Response {
        page(pages().login(mobile: typed, problems: problems), status)
    }

    fileprivate mutating func codeExpired() -> Response {
        staticPath = { $0.login }
        return loginAgain("", [.init(.code, .codeExpired)])
    }

    /// The number that waits for its code in this browser.
    fileprivate mutating func mobileWaiting() throws -> MobileNumber? {
        guard let token = token(CookieName.login) else { return nil }
        formCookie = token
        return try store().mobileWaiting(for: token, now: now)
    }
}
