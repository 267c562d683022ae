import Configuration
import Persian
import Portal
import Source

/// What is worth mending in what the portal tells servers and programs: redirects that hide a page or lead to none, and
/// contacts for security that nobody believes any more.
func publishingWarnings(of site: Site, in pages: PublicPages, at moment: Int) -> [Problem] {
    redirectWarnings(of: site, in: pages) + securityWarnings(of: site, at: moment)
}

private func redirectWarnings(of site: Site, in pages: PublicPages) -> [Problem] {
    site.redirects.flatMap { redirect -> [Problem] in
        var warnings: [Problem] = []
        if pages.places.has(redirect.from) || pages.places.has(redirect.from + "/") || site.isDynamic(redirect.from) {
            warnings.append(
                redirect.place.problem(
                    "\(quoted(redirect.from)) is a page of the portal, which the redirect hides",
                    expected: "a path that is no longer used", weight: .warning))
        }
        let path = String(redirect.to.prefix { $0 != "#" && $0 != "?" })
        if path.hasPrefix("/"), !site.isDynamic(path), !pages.places.has(path) {
            warnings.append(
                redirect.targetPlace.problem(
                    "\(quoted(redirect.to)) leads to no page", expected: "a page of the portal",
                    note: Problem.note(nearestTo: path, among: pages.places.sorted), weight: .warning))
        }
        return warnings
    }
}

private func securityWarnings(of site: Site, at moment: Int) -> [Problem] {
    guard let contact = site.security, let place = contact.place else { return [] }
    let today = DayNumber(utcSeconds: moment, offset: site.settings.utcOffset)
    let day = (try? GregorianDate(contact.expires))?.short ?? ""
    if contact.expires < today {
        return [
            place.problem(
                "security.txt expired on \(day)", expected: "a later day, once the contacts are looked at",
                weight: .warning)
        ]
    }
    // "It is RECOMMENDED that the value of this field be less than a year into the future" (RFC 9116, 2.5.5).
    if contact.expires.value - today.value > 366 {
        return [
            place.problem("security.txt holds until \(day)", expected: "a day within a year", weight: .warning)
        ]
    }
    return []
}
