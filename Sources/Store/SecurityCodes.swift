import Desk
import SQLite
import Secrets

/// کد امنیتی: the answer travels with the browser, sealed with the desk's key, so that showing an image writes nothing;
/// only a used code is remembered, until it would have expired.
extension Store {
    /// The cookie that goes with an image of `digits`.
    public func securityCodeCookie(digits: String, expires: Int) -> String {
        let nonce = Token.random()
        return "\(expires).\(nonce.text).\(Base64URL.encode(seal(nonce, expires, digits)))"
    }

    /// Whether `typed` answers the image of a cookie; the cookie cannot be used again, whatever was typed.
    public func spendSecurityCode(cookie: String, typed: String, now: Int) throws -> Bool {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let expires = Int(parts[0]), let nonce = Token(text: parts[1]),
            let sealed = Base64URL.decode(parts[2]), expires > now, expires < now + 86_400
        else { return false }
        // A cookie of somebody's own making is not remembered: it could fill the table.
        try database.run(
            "INSERT INTO spent (id, expires) VALUES (\(key.digest(.securityCode, nonce.bytes)), \(expires)) ON CONFLICT DO NOTHING")
        guard database.changes == 1 else { return false }
        return SecretKey.areEqual(sealed, seal(nonce, expires, typed))
    }

    private func seal(_ nonce: Token, _ expires: Int, _ digits: String) -> [UInt8] {
        key.digest(.securityCode, nonce.bytes, Array(String(expires).utf8), Array(digits.utf8))
    }
}
