import FoundationEssentials
import Portal

/// `units.json`: the recipient list for programs.
func unitsJSON(_ units: [PortalUnit], _ settings: PortalSettings) throws -> [UInt8] {
    struct Entry: Encodable {
        let id: String
        let parent: String?
        let title: [String: String]
        let letters: Bool
        let open: Bool
        let path: String
    }
    let paths = PortalPaths(settings: settings, language: settings.languages.first ?? .persian)
    let entries = units.filter { $0.replacedBy == nil }.map { unit in
        let titles = settings.languages.map { ($0.rawValue, unit.title[$0]) }
        return Entry(
            id: unit.id, parent: unit.parent, title: Dictionary(uniqueKeysWithValues: titles),
            letters: unit.takesLetters, open: unit.isOpen, path: paths.unit(unit.id))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(entries)) + [0x0a]
}
