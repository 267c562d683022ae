import Configuration
import Pages
import Portal
import Processors

/// The units of a site with what only a build knows: their guidance as markup, and where their forms are.
func published(_ site: Site, _ assets: Assets) -> [PortalUnit] {
    onAllProcessors(site.units) { unit in
        var fields = unit.fields
        for language in site.settings.languages where !unit.guidance[language].isEmpty {
            let markup = Markdown.renderPart(unit.guidance[language]) { site.address(of: $0, in: language) }
            fields.published.guidance[language] = markup.markup
        }
        fields.published.form = assets.forms[unit.form] ?? ""
        fields.published.formBytes = site.forms[unit.form]?.count ?? 0
        return PortalUnit(fields)
    }
}
