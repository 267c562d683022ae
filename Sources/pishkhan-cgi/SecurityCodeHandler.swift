import CGI
import Portal
import Secrets
import SecurityCode
import Store

/// `GET /captcha`: the image, and the cookie that seals its answer. Nothing is written.
func showSecurityCode(_ visit: inout Visit) throws -> Response {
    guard visit.settings.securityCode == .image else { throw Refusal.notFound }
    var random = Random()
    let digits = SecurityCode.digits(count: 5, using: &random)
    let script: DigitScript = visit.language == .persian ? .persian : .latin
    let image = SecurityCodeImage(digits: digits, script: script, using: &random)
    let lifetime = visit.limits.securityCodeLifetime
    let sealed = try visit.store().securityCodeCookie(digits: digits, expires: visit.now + lifetime)
    var response = Response(.ok, contentType: "image/png", body: .bytes(image.png()))
    response.setPageHeaders()
    response.add(visit.cookie(CookieName.securityCode, sealed, maxAge: lifetime))
    return response
}
