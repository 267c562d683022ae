import Configuration
import Pages
import Portal
import Processors

/// The units of a site with what only a build knows: their guidance as markup, and where their forms are.
///
/// - Parameter served: a release that this program has made; a unit that is the same there is taken over.
func published(_ site: Site, _ assets: Assets, beside served: ServedRelease?) -> [PortalUnit] {
    onAllProcessors(site.units) { unit in
        var fields = unit.fields
        fields.published.form = assets.forms[unit.form] ?? ""
        fields.published.formBytes = site.forms[unit.form]?.count ?? 0
        if let known = served?.unit(unit.id), !hasLinks(unit.guidance) {
            fields.published.guidance = known.published.guidance
            if fields == known.fields { return known }
            fields.published.guidance = unit.published.guidance
        }
        for language in site.settings.languages where !unit.guidance[language].isEmpty {
            let markup = Markdown.renderPart(unit.guidance[language]) { site.address(of: $0, in: language) }
            fields.published.guidance[language] = markup.markup
        }
        return PortalUnit(fields)
    }
}

/// Whether Markdown may have links, whose addresses depend on other pages.
private func hasLinks(_ guidance: LocalizedText) -> Bool {
    Language.allCases.contains { language in
        guidance[language].utf8.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }
    }
}
