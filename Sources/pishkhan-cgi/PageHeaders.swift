import CGI

/// The headers of every answer: nothing personal is kept, framed, sniffed or told to other sites.
private let pageHeaders = [
    Response.Header("Cache-Control", "no-store"),
    Response.Header(
        "Content-Security-Policy",
        """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
        connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'
        """),
    Response.Header("X-Content-Type-Options", "nosniff"),
    Response.Header("Referrer-Policy", "same-origin"),
    Response.Header("Cross-Origin-Opener-Policy", "same-origin"),
    Response.Header("Cross-Origin-Resource-Policy", "same-origin"),
    Response.Header("X-Robots-Tag", "noindex"),
]

extension Response {
    /// Sets the headers of every answer.
    mutating func setPageHeaders() {
        for header in pageHeaders { set(header.name, header.value) }
    }

    /// From now on this browser comes by TLS only, for a year (RFC 6797); said over TLS alone.
    mutating func setStrictTransport() {
        set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    }

    /// The headers of a document somebody uploaded: saved, never shown as part of this site.
    mutating func setDownloadHeaders(fileName: String) {
        setPageHeaders()
        set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
        set("Content-Disposition", contentDisposition(attachment: fileName))
    }
}
