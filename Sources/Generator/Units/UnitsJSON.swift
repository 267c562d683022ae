import JSON5
import Portal

/// `units.json`: the recipient list for programs, as a list of objects whose members are in the order of their names.
func unitsJSON(_ units: [PortalUnit], _ settings: PortalSettings) -> [UInt8] {
    let paths = PortalPaths(settings: settings, language: settings.languages.first ?? .persian)
    let languages = settings.languages.sorted { $0.rawValue < $1.rawValue }
    var json: [UInt8] = []
    for unit in units where unit.replacedBy == nil {
        json += json.isEmpty ? "[{\"id\":".utf8 : ",{\"id\":".utf8
        json += jsonString(unit.id).utf8
        json += (unit.takesLetters ? ",\"letters\":true" : ",\"letters\":false").utf8
        json += (unit.isOpen ? ",\"open\":true" : ",\"open\":false").utf8
        if let parent = unit.parent {
            json += ",\"parent\":".utf8
            json += jsonString(parent).utf8
        }
        json += ",\"path\":".utf8
        json += jsonString(paths.unit(unit.id)).utf8
        for (place, language) in languages.enumerated() {
            json += (place == 0 ? ",\"title\":{\"" : ",\"").utf8
            json += language.rawValue.utf8
            json += "\":".utf8
            json += jsonString(unit.title[language]).utf8
        }
        json += "}}".utf8
    }
    return (json.isEmpty ? [UInt8(ascii: "[")] : json) + "]\n".utf8
}
