/// What every static file is sent with, whichever server sends it.
public enum StaticHeaders {
    /// A page takes everything from the portal itself, runs no script in its markup, and stands in no frame.
    public static let policy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
        media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'
        """

    /// The headers of every answer, for good files and errors.
    public static let all: [(name: String, value: String)] = [
        ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
    ]

    /// Over TLS: from now on this browser comes by TLS only, for a year (RFC 6797).
    public static let strictTransport = "max-age=31536000; includeSubDomains"

    /// `Cache-Control` of an asset, whose name holds its content's hash: it never changes.
    public static let keptForGood = "public, max-age=31536000, immutable"
}
