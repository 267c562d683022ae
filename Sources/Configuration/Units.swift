import JSON5
import Portal

/// One unit of the units file.
private struct UnitConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, title, parent, letters, open, guidance, phone }

    private(set) var unit: PortalUnit

    init(reading object: ObjectReader<CodingKeys>) throws {
        let id: String = object.required(.id, placeholder: "")
        unit = PortalUnit(id: id, title: try object.required(.title, as: LocalizedConfig.self).text)
        unit.parent = object.optional(.parent, as: String.self)
        unit.takesLetters = object.value(.letters, default: true)
        unit.isOpen = object.value(.open, default: true)
        unit.phone = object.value(.phone, default: "")
        if let guidance = object.optional(.guidance, as: LocalizedConfig.self) { unit.guidance = guidance.text }
        object.check(.id, "must be 1 to 64 lower-case letters, digits and hyphens, expected something like \"health\"")
        {
            (1...64).contains(id.utf8.count)
                && id.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
        }
    }
}

/// Reads the units file and checks the tree.
func readUnits(_ path: String, languages: [Language]) throws(SiteFault) -> [PortalUnit] {
    let located = try readJSON5(CollectedList<UnitConfig>.self, path)
    let units = located.value.elements.map(\.unit)
    let document = located.document
    var problems: [Problem] = []
    var places: [String: Int] = [:]
    for (index, unit) in units.enumerated() {
        if let first = places[unit.id] {
            let place = document.position(of: [.index(first), "id"]).map { " (first on line \($0.line))" } ?? ""
            problems.append(
                document.problem(
                    at: [.index(index), "id"], "duplicate unit id \"\(unit.id)\"\(place), expected another id"))
        } else {
            places[unit.id] = index
        }
        problems += unit.title.problems(at: [.index(index), "title"], in: document, languages: languages)
    }
    for (index, unit) in units.enumerated() {
        guard let parent = unit.parent else { continue }
        if places[parent] == nil {
            let near = nearest(to: parent, among: units.map(\.id)).map { "; did you mean \"\($0)\"?" } ?? ""
            problems.append(
                document.problem(
                    at: [.index(index), "parent"],
                    "no unit has the id \"\(parent)\", expected the id of the unit above\(near)"))
        } else if isInCycle(unit, units, places) {
            problems.append(
                document.problem(
                    at: [.index(index), "parent"],
                    "\"\(unit.id)\" stands below itself, expected a parent that does not lead back to it"))
        }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    return units
}

private func isInCycle(_ unit: PortalUnit, _ units: [PortalUnit], _ places: [String: Int]) -> Bool {
    var above = unit.parent
    for _ in units.indices {
        guard let id = above, let index = places[id] else { return false }
        if id == unit.id { return true }
        above = units[index].parent
    }
    return false
}
