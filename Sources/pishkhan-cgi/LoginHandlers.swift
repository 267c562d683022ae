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
    let fields = try visit.readFields("mobile", "captcha", "work", "another", "lang", isBound: false)
    visit.choose(language: fields["lang"])
    let typed = fields["mobile"] ?? ""
    // «تصویر دیگر»: the page again, with the number that was typed.
    if fields["another"] != nil { return visit.page(visit.pages().login(mobile: typed)) }
    let (mobile, assurance, problems) = try visit.check(fields, mobile: typed)
    guard problems.isEmpty, let mobile else { return visit.loginAgain(typed, problems) }

    let (notices, language, expires) = (visit.notices, visit.language, visit.now + visit.limits.codeLifetime)
    do {
        let token = try visit.store().makeCode(
            for: mobile, from: visit.network, assurance: assurance, limits: visit.limits, now: visit.now
        ) { code in try notices.code(code, to: mobile, in: language, expires: expires) }
        var response = visit.redirect(visit.paths.dynamic("/login/verify"))
        response.add(visit.cookie(CookieName.login, token.text, maxAge: visit.limits.codeLifetime))
        visit.forgetAnswers(in: &response)
        response.add(visit.cookie(CookieName.language, language.rawValue, maxAge: 365 * 86_400))
        return response
    } catch CodeRefusal.tooMany(let seconds) {
        var response = visit.loginAgain(typed, [.init(.mobile, .tooManyCodes(retryAfter: seconds))], .tooManyRequests)
        response.set("Retry-After", HeaderValue(seconds))
        return response
    } catch CodeRefusal.harderCodeNeeded {
        var response = visit.loginAgain(typed, [.init(.captcha, .harderCodeNeeded)])
        response.add(visit.cookie(CookieName.harder, "1", maxAge: 3_600))
        return response
    }
}

/// `GET /login/verify`: the form for the code.
func askForCode(_ visit: inout Visit) throws -> Response {
    guard let (mobile, expires) = try visit.codeWaiting() else { return visit.redirect(visit.paths.login) }
    return visit.page(visit.pages().code(mobile: mobile, wait: visit.wait(expires)))
}

/// `POST /login/verify`: checks the code; whoever knows it is signed in.
func confirmCode(_ visit: inout Visit) throws -> Response {
    guard let token = visit.token(CookieName.login), let (mobile, expires) = try visit.codeWaiting() else {
        return visit.codeExpired()
    }
    let fields = try visit.readFields("code", "recovery")
    guard
        let typed = SecondFactor(appCode: fields["code"] ?? "", recoveryCode: fields["recovery"] ?? "")
    else {
        // Of the page's two forms each sends its own field.
        return visit.codeAgain(mobile, expires, .init(fields["recovery"] == nil ? .code : .recovery, .missing))
    }
    let isRecovery = if case .recoveryCode = typed { true } else { false }
    switch try visit.store().tryFactor(
        typed, token: token, from: visit.network, limits: visit.limits, now: visit.now)
    {
    case .expired: return visit.codeExpired()
    case .wrong(let left):
        return visit.codeAgain(
            mobile, expires, .init(isRecovery ? .recovery : .code, .wrongCode(triesLeft: left)))
    case .right(let mobile):
        let session = try visit.store().signIn(
            mobile, replacing: visit.token(CookieName.session), now: visit.now)
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
        // Nothing personal is ever kept (no-store); this also takes what a browser may show when its user goes back.
        response.set("Clear-Site-Data", "\"cache\", \"storage\"")
        return response
    }
    throw Refusal.forgedForm
}

extension Visit {
    fileprivate mutating func choose(language wish: String?) {
        if let wish = wish.flatMap(Language.init(rawValue:)), settings.languages.contains(wish) { language = wish }
    }

    fileprivate func loginAgain(
        _ typed: String, _ problems: [FieldProblem<LoginField>], _ status: Status = .badRequest
    ) -> Response {
        record.refuse(problems)
        var response = page(pages().login(mobile: typed, problems: problems), status)
        forgetAnswers(in: &response)
        return response
    }

    fileprivate func codeAgain(
        _ mobile: MobileNumber, _ expires: Int, _ problem: FieldProblem<LoginField>
    ) -> Response {
        record.refuse([problem])
        return page(pages().code(mobile: mobile, wait: wait(expires), problems: [problem]), .badRequest)
    }

    /// Seconds until the number can ask for another code than the one that expires then.
    fileprivate func wait(_ expires: Int) -> Int { max(0, expires - limits.codeLifetime + limits.codeInterval - now) }

    fileprivate mutating func codeExpired() -> Response {
        staticPath = { $0.login }
        return loginAgain("", [.init(.code, .codeExpired)])
    }

    /// The number that waits for its code in this browser, and when the code expires.
    fileprivate mutating func codeWaiting() throws -> (mobile: MobileNumber, expires: Int)? {
        guard let token = token(CookieName.login) else { return nil }
        formCookie = token
        return try store().codeWaiting(for: token, now: now)
    }
}
