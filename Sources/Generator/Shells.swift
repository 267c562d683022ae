import Configuration
import Pages
import Portal

/// The theme's shell for each language: what is the same on all its pages is filled in.
func makeShells(
    _ site: Site, _ texts: [Language: Texts], _ assets: Assets
) throws(SiteFault) -> [Language: PageShell] {
    var shells: [Language: PageShell] = [:]
    for (language, texts) in texts {
        let paths = PortalPaths(settings: site.settings, language: language)
        let fixed: [String: HTML] = [
            "language": .text(language.rawValue),
            "direction": .text(language.direction),
            "portal": .text(site.settings.name[language]),
            "organisation": .text(site.settings.organisation[language]),
            "home": .text(paths.home),
            "icon": .text(assets.paths["icon.svg"] ?? ""),
            "style": .text(assets.paths["style.css"] ?? ""),
            "script": .text(assets.paths["filter.js"] ?? ""),
            "skip": .text(texts(.skipToContent)),
            "menu": links(
                [(.menuHome, paths.home), (.menuUnits, paths.units), (.menuGuide, paths.page("guide"))]
                    + (site.news[language]?.isEmpty == false ? [(.menuNews, paths.news)] : [])
                    + [(.menuDesk, paths.desk)],
                texts),
            "footer": """
            <p>\(site.settings.organisation[language])</p>
            <a href="\(paths.page("contact"))">\(texts(.menuContact))</a>
            <a href="\(paths.page("privacy"))">\(texts(.menuPrivacy))</a>
            <a href="\(paths.page("accessibility"))">\(texts(.menuAccessibility))</a>
            \(staffLogin(site.settings, paths, texts))
            """,
        ]
        do throws(PageShell.Fault) {
            shells[language] = try PageShell(template: site.theme.shell, fixed: fixed.mapValues(\.markup))
        } catch {
            throw SiteFault([site.theme.problem(error)])
        }
    }
    return shells
}

/// The way to the staff's login; none where most who see it would find nothing there.
private func staffLogin(_ settings: PortalSettings, _ paths: PortalPaths, _ texts: Texts) -> HTML {
    guard settings.staffNetworks.isEmpty else { return .empty }
    return "<a href=\"\(paths.dynamic("/staff/login"))?lang=\(texts.language.rawValue)\">\(texts(.menuStaff))</a>"
}

private func links(_ links: [(Text, String)], _ texts: Texts) -> HTML {
    let items = links.map { link -> HTML in "<li><a href=\"\(link.1)\">\(texts(link.0))</a></li>" }
    return "<ul>\(items)</ul>"
}
