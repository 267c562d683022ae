import Configuration
import Glibc
import Portal
import Processors

/// The units of a site with what only a build knows: their guidance as markup, and where their forms are.
///
/// - Parameters:
///   - units: the units of the site.
///   - served: a release that this program has made; a unit that is the same there is taken over.
func published(
    _ units: UnitTree, of site: Site, _ assets: Assets, beside served: ServedRelease?
) -> [PortalUnit] {
    let languages = site.settings.languages
    @Sendable func published(at place: Int) -> PortalUnit {
        let unit = units.all[place]
        var published = UnitFields.Published()
        if !unit.form.isEmpty {
            published.form = assets.forms[unit.form] ?? ""
            published.formBytes = site.forms[unit.form]?.count ?? 0
        }
        let known = served.flatMap { served in units.place(of: place, in: served.tree).map { served.tree.all[$0] } }
        // In other languages than before, and where links lead elsewhere, the markup is another one.
        if let known, known.guidance == unit.guidance, served?.languages == languages, !hasLinks(unit.guidance) {
            published.guidance = known.published.guidance
            if known == unit, known.published == published { return known }
        } else {
            for language in languages where !unit.guidance[language].isEmpty {
                let markup = Markdown.renderPart(unit.guidance[language]) { site.address(of: $0, in: language) }
                published.guidance[language] = markup.bytes
            }
        }
        var fields = unit.fields
        fields.published = published
        if let known, known.fields == fields { return known }
        return PortalUnit(fields)
    }
    return onAllProcessors(units.all.indices) { $0.map(published) }.flatMap(\.self)
}

/// Whether Markdown may have links, whose addresses depend on other pages.
private func hasLinks(_ guidance: LocalizedText) -> Bool {
    Language.allCases.contains { language in
        var text = guidance[language]
        return text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return false }
            return ["[", "<"].contains { memchr(start, CInt(UInt8(ascii: $0)), bytes.count) != nil }
        }
    }
}
