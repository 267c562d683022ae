import JSON5
import Portal

/// `units.json`: the recipient list for programs, as a list of objects whose members are in the order of their names.
func unitsJSON(_ units: [PortalUnit], _ settings: PortalSettings) -> [UInt8] {
    let paths = PortalPaths(settings: settings, language: settings.languages.first ?? .persian)
    let languages = settings.languages.sorted { $0.rawValue < $1.rawValue }
    var json: [UInt8] = []
    for unit in units where unit.replacedBy == nil {
        let titles = languages.map { jsonString($0.rawValue) + ":" + jsonString(unit.title[$0]) }.joined(separator: ",")
        let parent = unit.parent.map { "\"parent\":\(jsonString($0))," } ?? ""
        let rest = "\"path\":\(jsonString(paths.unit(unit.id))),\"title\":{\(titles)}"
        json.append(UInt8(ascii: json.isEmpty ? "[" : ","))
        json +=
            "{\"id\":\(jsonString(unit.id)),\"letters\":\(unit.takesLetters),\"open\":\(unit.isOpen),\(parent)\(rest)}"
            .utf8
    }
    return (json.isEmpty ? [UInt8(ascii: "[")] : json) + "]\n".utf8
}
