/// A cookie to be set (RFC 6265, section 4.1). It has no Domain: it goes back to the host that set it alone.
public struct Cookie: Equatable, Sendable {
    /// When other sites' requests carry the cookie.
    public enum SameSite: String, Sendable {
        /// On links from other sites, but not on their forms.
        case lax = "Lax"
        /// Never.
        case strict = "Strict"
    }

    /// A token.
    public let name: String
    /// ``HeaderValue``-safe text without blanks, quotes, commas, semicolons and backslashes; may be empty.
    public let value: String
    /// The path below which it is sent; begins with `/`.
    public let path: String
    /// Seconds for which the browser keeps it; 0 deletes it, nil keeps it until the browser closes.
    public let maxAge: Int?
    /// Whether it is sent by HTTPS only.
    public let secure: Bool
    /// Whether scripts cannot see it.
    public let httpOnly: Bool
    /// When other sites' requests carry it.
    public let sameSite: SameSite

    /// Nil if a part holds a character that it may not, if `maxAge` is negative, or if the name's prefix promises what
    /// does not hold: `__Secure-` needs `secure`, `__Host-` needs `secure` and the path `/`.
    public init?(
        name: String, value: String, path: String = "/", maxAge: Int? = nil, secure: Bool = true,
        httpOnly: Bool = true, sameSite: SameSite = .lax
    ) {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isToken), value.utf8.allSatisfy(Self.allowsInValue),
            path.utf8.first == .ascii("/"), path.utf8.allSatisfy(Self.allowsInPath), (maxAge ?? 0) >= 0
        else { return nil }
        // Browsers compare the prefixes without regard to case (RFC 6265bis, section 5.7).
        let folded = String(decoding: name.utf8.map(\.lowercased), as: UTF8.self)
        if folded.hasPrefix("__secure-") && !secure { return nil }
        if folded.hasPrefix("__host-") && !(secure && path == "/") { return nil }
        self.name = name
        self.value = value
        self.path = path
        self.maxAge = maxAge
        self.secure = secure
        self.httpOnly = httpOnly
        self.sameSite = sameSite
    }

    /// The same cookie, emptied and to be deleted at once.
    public var deleted: Cookie? {
        Cookie(name: name, value: "", path: path, maxAge: 0, secure: secure, httpOnly: httpOnly, sameSite: sameSite)
    }

    /// The value of the Set-Cookie header.
    public var setCookie: String {
        var text = "\(name)=\(value); Path=\(path)"
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        if secure { text += "; Secure" }
        if httpOnly { text += "; HttpOnly" }
        return text + "; SameSite=\(sameSite.rawValue)"
    }

    /// `cookie-octet`: US-ASCII without controls, whitespace, DQUOTE, comma, semicolon and backslash.
    private static func allowsInValue(_ byte: UInt8) -> Bool {
        guard byte > 0x20, byte < 0x7F else { return false }
        switch Unicode.Scalar(byte) {
        case "\"", ",", ";", "\\": return false
        default: return true
        }
    }

    private static func allowsInPath(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != .ascii(";")
    }
}
