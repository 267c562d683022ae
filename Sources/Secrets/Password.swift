import CSodium

/// Passwords of the staff, kept as Argon2id hashes (RFC 9106) in libsodium's text form.
public enum Password {
    /// The most bytes that are read; more is refused rather than cut off.
    public static let maximumBytes = 256

    // OWASP's figures for Argon2id: 46 MiB, 2 passes (libsodium's one lane of parallelism).
    private static let passes: UInt64 = 2
    private static let memory = 46 * 1024 * 1024

    /// The hash of a password, with a salt of its own; nil where memory does not suffice, and for more than
    /// `maximumBytes`, with which nobody could log in.
    public static func hash(_ password: String) -> String? {
        guard password.utf8.count <= maximumBytes else { return nil }
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let status = crypto_pwhash_str(&text, password, UInt64(password.utf8.count), passes, memory)
        guard status == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a password has this hash.
    public static func matches(_ password: String, hash: String) -> Bool {
        guard password.utf8.count <= maximumBytes else { return false }
        return crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
    }

    /// A hash that no password has, to spend the same time on an unknown name as on a known one.
    public static let hashOfNobody =
        "$argon2id$v=19$m=47104,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

    /// A first password that is easily read out: six groups of five characters without look-alikes, 148 bits.
    public static func generate() -> String {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
        var random = Random()
        let groups = (0..<6).map { _ in
            String((0..<5).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
        }
        return groups.joined(separator: "-")
    }
}
