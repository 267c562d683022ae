import CGI
import Desk
import Portal
import Secrets
import SecurityCode
import Store

/// `GET /captcha`: an image of a security code, and the cookie that seals the code. Nothing is written.
func showSecurityCode(_ visit: inout Visit) throws -> Response {
    let (challenge, cookie) = try visit.newSecurityCode()
    let (digits, seed) = try visit.key().secret(of: challenge)
    let script: DigitScript = visit.language == .persian ? .persian : .latin
    let image = SecurityCodeImage(digits: digits, script: script, seed: seed)
    var response = Response(.ok, contentType: "image/png", body: .bytes(image.png()))
    response.setPageHeaders()
    response.add(cookie)
    return response
}

/// `GET /captcha/audio`: the code of this browser's image, read aloud; a code of its own where there is no image.
func speakSecurityCode(_ visit: inout Visit) throws -> Response {
    guard let recordings = DigitRecordings(bytes: try visit.portal.sounds(visit.language)) else {
        throw Refusal.notFound
    }
    var cookie: Cookie?
    let challenge: Challenge
    if let known = try visit.challenge(.securityCode) {
        challenge = known
    } else {
        (challenge, cookie) = try visit.newSecurityCode()
    }
    let (digits, seed) = try visit.key().secret(of: challenge)
    let sound = SpokenCode(digits: digits, recordings: recordings, seed: seed).wav()
    var response = partial(sound, type: "audio/wav", of: visit.request)
    response.setPageHeaders()
    response.add(cookie)
    return response
}

/// `GET /captcha/work`: a puzzle for the login page's script, as hard as this address needs now, and its cookie.
func giveWork(_ visit: inout Visit) throws -> Response {
    guard visit.settings.securityCode == .image else { throw Refusal.notFound }
    let (limits, now) = (visit.limits, visit.now)
    let needed = try visit.store().neededAssurance(from: visit.network, limits: limits, now: now)
    let bits = needed == .harder ? limits.harderWorkBits : limits.workBits
    let challenge = Challenge(.work, level: bits, expires: now + limits.securityCodeLifetime)
    let text = "{\"puzzle\":\"\(challenge.nonce.text)\",\"bits\":\(bits),\"seconds\":\(limits.securityCodeLifetime)}\n"
    var response = Response(.ok, contentType: "application/json", body: .bytes(Array(text.utf8)))
    response.setPageHeaders()
    let sealed = try visit.key().cookie(of: challenge)
    response.add(visit.cookie(CookieName.work, sealed, maxAge: limits.securityCodeLifetime))
    return response
}

extension Visit {
    /// A security code with its cookie, as long as this browser was last told that it must be.
    fileprivate func newSecurityCode() throws -> (Challenge, Cookie?) {
        guard settings.securityCode == .image else { throw Refusal.notFound }
        // Whether this address needs the harder code is known to the database, which an image does not ask: the form does,
        // and leaves the browser this reminder.
        let digits = cookieValue(CookieName.harder) == nil ? limits.securityCodeDigits : limits.harderCodeDigits
        let challenge = Challenge(.securityCode, level: digits, expires: now + limits.securityCodeLifetime)
        let sealed = try key().cookie(of: challenge)
        return (challenge, cookie(CookieName.securityCode, sealed, maxAge: limits.securityCodeLifetime))
    }

    /// The challenge whose cookie came with the request, if it can still be answered.
    func challenge(_ kind: Challenge.Kind) throws -> Challenge? {
        let name = kind == .work ? CookieName.work : CookieName.securityCode
        guard let value = cookieValue(name) else { return nil }
        let latest = ClockTolerance.latest(now: now, ahead: limits.securityCodeLifetime)
        return try key().challenge(kind, cookie: value, now: now).flatMap { $0.expires <= latest ? $0 : nil }
    }
}
