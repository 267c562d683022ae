import JSON5
import Portal

/// `units.json`: the recipient list for programs, as a list of objects whose members are in the order of their names.
func unitsJSON(_ units: [PortalUnit], _ settings: PortalSettings) -> [UInt8] {
    let place = PortalPaths(settings: settings, language: settings.languages.first ?? .persian).units
    let languages = settings.languages.sorted { $0.rawValue < $1.rawValue }
    var json: [UInt8] = []
    json.reserveCapacity(units.count * 192)
    for unit in units where unit.replacedBy == nil {
        json.append(json.isEmpty ? "[{\"id\":" : ",{\"id\":")
        json.append(json: unit.id)
        json.append(unit.takesLetters ? ",\"letters\":true" : ",\"letters\":false")
        json.append(unit.isOpen ? ",\"open\":true" : ",\"open\":false")
        if let parent = unit.parent {
            json.append(",\"parent\":")
            json.append(json: parent)
        }
        json.append(",\"path\":")
        json.append(json: place + unit.id + "/")
        for (place, language) in languages.enumerated() {
            json.append(place == 0 ? ",\"title\":{" : ",")
            json.append(json: language.rawValue)
            json.append(":")
            json.append(json: unit.title[language])
        }
        json.append("}}")
    }
    json.append(json.isEmpty ? "[]\n" : "]\n")
    return json
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    fileprivate mutating func append(json text: String) {
        append("\"")
        var escaped = jsonEscaped(text)
        escaped.withUTF8 { append(contentsOf: $0) }
        append("\"")
    }
}
