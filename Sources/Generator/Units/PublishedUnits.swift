import Configuration
import Pages
import Portal

/// The units of a site with what only a build knows: their guidance as markup, and where their forms are.
func published(_ site: Site, _ assets: Assets) -> [PortalUnit] {
    site.units.map { unit in
        var unit = unit
        for language in site.settings.languages where !unit.guidance[language].isEmpty {
            let markup = Markdown.renderPart(unit.guidance[language]) { site.address(of: $0, in: language) }
            unit.published.guidance[language] = markup.markup
        }
        unit.published.form = assets.forms[unit.form] ?? ""
        unit.published.formBytes = site.forms[unit.form]?.count ?? 0
        return unit
    }
}
