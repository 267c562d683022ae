import Configuration
import Mustache
import Portal

/// The theme's page for each language: what is the same on all its pages is filled in, and the slots are left open.
func makeShells(
    _ site: Site, _ texts: [Language: Texts], _ assets: Assets
) throws(SiteFault) -> [Language: PageShell] {
    var shells: [Language: PageShell] = [:]
    for (language, texts) in texts {
        let shell: PageShell
        do throws(TemplateFault) {
            let page = try site.theme.page.rendered(
                .object(values(site, assets, texts)), partials: site.theme.templates)
            shell = PageShell(text: page)
        } catch {
            throw SiteFault([site.theme.problem(error)])
        }
        for slot in [PageShell.Slot.title, .main] where !shell.slots.contains(slot) {
            throw SiteFault([site.theme.problem(missing: slot)])
        }
        shells[language] = shell
    }
    return shells
}

/// What the templates can name; `ThemeName` says what each is.
private func values(_ site: Site, _ assets: Assets, _ texts: Texts) -> [String: TemplateValue] {
    let language = texts.language
    let paths = PortalPaths(settings: site.settings, language: language)
    var values: [String: TemplateValue] = [
        "language": text(language.rawValue),
        "direction": text(language.direction),
        "portal": text(site.settings.name[language]),
        "organisation": text(site.settings.organisation[language]),
        "home": text(paths.home),
        "icon": text(assets.paths[site.theme.logo ?? "icon.svg"] ?? ""),
        "font": text(language == .persian ? site.theme.fonts.first.flatMap { assets.paths[$0.asset] } ?? "" : ""),
        "logo": text(site.theme.logo.flatMap { assets.paths[$0] } ?? ""),
        "windowColour": text(site.theme.windowColour.light?.hexadecimal ?? ""),
        "windowColourDark": text(site.theme.windowColour.dark?.hexadecimal ?? ""),
        "style": text(assets.paths["style.css"] ?? ""),
        "styleIntegrity": text(assets.integrities["style.css"] ?? ""),
        "script": text(assets.paths["page.js"] ?? ""),
        "scriptIntegrity": text(assets.integrities["page.js"] ?? ""),
        "skip": text(texts(.skipToContent)),
        "menu": .list(menu(of: site, texts, paths).map { link($0.path, $0.title) }),
        "footer": .list([
            link(paths.page("contact"), texts(.menuContact)), link(paths.page("privacy"), texts(.menuPrivacy)),
            link(paths.page("accessibility"), texts(.menuAccessibility)),
        ]),
        "staffLogin": staffLogin(site.settings, paths, texts),
    ]
    for slot in PageShell.Slot.allCases { values[slot.rawValue] = .html(PageShell.open(slot)) }
    return values
}

/// The way to the staff's login; none where most who see it would find nothing there.
private func staffLogin(_ settings: PortalSettings, _ paths: PortalPaths, _ texts: Texts) -> TemplateValue {
    guard settings.staffNetworks.isEmpty else { return .bool(false) }
    return link("\(paths.dynamic("/staff/login"))?lang=\(texts.language.rawValue)", texts(.menuStaff))
}

private func link(_ path: String, _ title: String) -> TemplateValue {
    .object(["path": text(path), "title": text(title)])
}

/// Zero bytes part the strings of a release, and mean nothing on a page.
private func text(_ text: String) -> TemplateValue {
    .text(text.utf8.contains(0) ? String(decoding: text.utf8.filter { $0 != 0 }, as: UTF8.self) : text)
}
