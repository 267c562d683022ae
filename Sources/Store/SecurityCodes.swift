import Desk
import SQLite
import Secrets

/// کد امنیتی: the answer travels with the browser, sealed with the desk's key, so that showing an image writes nothing;
/// only a used code is remembered, until it would have expired.
extension Store {
    /// The cookie that goes with an image of `digits`: when it expires, a number used once, and a seal over both with and
    /// without the digits.
    public func securityCodeCookie(digits: String, expires: Int) -> String {
        let nonce = Token.random()
        let seals = [ownSeal(nonce, expires), seal(nonce, expires, digits)].map(Base64URL.encode)
        return "\(expires).\(nonce.text).\(seals[0]).\(seals[1])"
    }

    /// Whether `typed` answers the image of a cookie; the cookie cannot be used again, whatever was typed.
    public func spendSecurityCode(cookie: String, typed: String, now: Int) throws -> Bool {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let expires = Int(parts[0]), let nonce = Token(text: parts[1]), expires > now,
            let own = Base64URL.decode(parts[2]), let sealed = Base64URL.decode(parts[3]),
            // A cookie of somebody's own making is not remembered: such could fill the table.
            SecretKey.areEqual(own, ownSeal(nonce, expires))
        else { return false }
        let isUsed = try tally(.securityCodeUses, nonce.text, limit: 1, seconds: expires - now, now: now) != nil
        return !isUsed && SecretKey.areEqual(sealed, seal(nonce, expires, typed))
    }

    /// Without the digits' part, and so never the seal of any digits: else it would be the answer «nothing typed».
    private func ownSeal(_ nonce: Token, _ expires: Int) -> [UInt8] {
        key.digest(.securityCode, nonce.bytes, Array(String(expires).utf8))
    }

    private func seal(_ nonce: Token, _ expires: Int, _ digits: String) -> [UInt8] {
        key.digest(.securityCode, nonce.bytes, Array(String(expires).utf8), Array(digits.utf8))
    }
}
