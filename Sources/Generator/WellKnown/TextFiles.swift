import Configuration
import Portal

/// `robots.txt` (RFC 9309): everything but the dynamic pages, which belong to one visitor each, may be read.
func robotsText(_ settings: PortalSettings) -> [UInt8] {
    Array(
        """
        User-agent: *
        Disallow: \(settings.cgiPath)/

        Sitemap: \(settings.address)sitemap.xml

        """.utf8)
}

/// `security.txt` (RFC 9116).
func securityText(_ contact: SecurityContact, _ settings: PortalSettings) -> [UInt8] {
    // "This field […] MUST NOT appear more than once"; the day ends with the last second of it, local time.
    let lines =
        contact.contacts.map { "Contact: \($0)" } + [
            "Expires: \(rfc3339(contact.expires, "23:59:59", offset: settings.utcOffset))",
            "Preferred-Languages: \(settings.languages.map(\.rawValue).joined(separator: ", "))",
            "Canonical: \(settings.address).well-known/security.txt",
        ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
}
