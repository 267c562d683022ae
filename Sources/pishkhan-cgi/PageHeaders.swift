import CGI

extension Response {
    /// The headers of every answer: nothing personal is kept, framed, sniffed or told to other sites.
    mutating func setPageHeaders() {
        set("Cache-Control", "no-store")
        set(
            "Content-Security-Policy",
            """
            default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
            connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'
            """)
        set("X-Content-Type-Options", "nosniff")
        set("Referrer-Policy", "same-origin")
        set("Cross-Origin-Opener-Policy", "same-origin")
        set("Cross-Origin-Resource-Policy", "same-origin")
        set("X-Robots-Tag", "noindex")
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
