import CGI
import Portal
import Secrets

/// The names of our cookies; behind TLS each gets the prefix `__Host-`.
enum CookieName {
    /// A citizen's session.
    static let session = "session"
    /// A session of the staff.
    static let staff = "staff"
    /// Somebody of the staff whose password was right, before the second step.
    static let passwordStep = "step"
    /// The browser that asked for a one-time code.
    static let login = "login"
    /// The sealed answer of the security code.
    static let securityCode = "captcha"
    /// The sealed puzzle of the proof of work.
    static let work = "work"
    /// Reminds of the harder security code; whoever drops it is told again.
    static let harder = "harder"
    /// What the forms of pages before login are bound to.
    static let form = "form"
    /// What was typed into the form of a new letter, sealed.
    static let draft = "draft"
    /// The language of dynamic pages; it tells nothing about anybody.
    static let language = "lang"

    /// The name as browsers know it.
    static func whole(_ name: String, isSecure: Bool) -> String { isSecure ? "__Host-" + name : name }
}

extension Visit {
    private func wholeName(_ name: String) -> String { CookieName.whole(name, isSecure: settings.isSecure) }

    /// A cookie that only our own pages get back.
    ///
    /// - Parameter maxAge: seconds; nil for as long as the browser is open.
    func cookie(_ name: String, _ value: String, maxAge: Int? = nil) -> Cookie? {
        Cookie(name: wholeName(name), value: value, maxAge: maxAge, secure: settings.isSecure)
    }

    /// The value of a cookie that came with the request.
    func cookieValue(_ name: String) -> String? { request.cookies[wholeName(name)] }

    /// The token in a cookie that came with the request.
    func token(_ name: String) -> Token? { cookieValue(name).flatMap(Token.init(text:)) }

    /// Remembers the language that the address asked for.
    var languageCookie: Cookie? {
        guard request.query["lang"] == language.rawValue, cookieValue(CookieName.language) != language.rawValue
        else { return nil }
        return cookie(CookieName.language, language.rawValue, maxAge: 365 * 86_400)
    }
}

extension Response {
    /// Sets a cookie, where it could be made.
    mutating func add(_ cookie: Cookie?) {
        if let cookie { add(cookie) }
    }
}
