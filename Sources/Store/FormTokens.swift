import Secrets

/// Tokens that show that a form came from our own page in this very browser: nothing of them is stored.
extension Store {
    /// The token of forms for the holder of a cookie.
    public func formToken(for cookie: Token) -> String { Base64URL.encode(key.digest(.form, cookie.bytes)) }

    /// Whether a form's token belongs to the holder of a cookie.
    public func isFormToken(_ text: String, for cookie: Token) -> Bool {
        guard let bytes = Base64URL.decode(text) else { return false }
        return SecretKey.areEqual(bytes, key.digest(.form, cookie.bytes))
    }
}
