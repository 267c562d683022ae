import Portal
import Source

/// Reads the units file and checks the tree; all mistakes are noted.
func readUnits(_ path: String, languages: [Language], noting noted: Noted) -> [PortalUnit] {
    guard let document = document(path, noting: noted) else { return [] }
    noted.problems += document.problems
    var list = UnitList(document, noting: noted)
    return list.checked(languages: languages)
}

/// The units of a file, with the places of their mistakes.
struct UnitList {
    private let document: Document
    private let noted: Noted
    /// Every unit of the file, right or wrong, in its place.
    private var entries: [(unit: PortalUnit, wrong: Set<String>)]
    /// The place of the first unit with an id.
    private let places: [String: Int]

    /// Reads a list of objects.
    init(_ document: Document, noting noted: Noted) {
        self.document = document
        self.noted = noted
        let root = Place(document: document, path: [], noted: noted)
        if document.root.kind != .array { root.refuse(document.root, expected: "a list [ … ] of units") }
        entries = document.root.elements.enumerated().map { index, node in
            var unit = unitKeys.new
            let seen = unitKeys.read(node, at: root.inside(.index(index)), into: &unit)
            return (unit, seen.wrong)
        }
        var places: [String: Int] = [:]
        for (index, entry) in entries.enumerated() where !entry.wrong.contains("id") && places[entry.unit.id] == nil {
            places[entry.unit.id] = index
        }
        self.places = places
    }

    /// The units, after looking for titles that are missing, ids that stand twice, and parents that are none.
    mutating func checked(languages: [Language]) -> [PortalUnit] {
        for (index, entry) in entries.enumerated() {
            if !entry.wrong.contains("id") { checkID(of: entry.unit, at: index) }
            if !entry.wrong.contains("title") { checkTitle(of: entry.unit, at: index, in: languages) }
            if !entry.wrong.contains("parent") { checkParent(of: entry.unit, at: index) }
        }
        return entries.map(\.unit)
    }

    private func checkID(of unit: PortalUnit, at index: Int) {
        guard let first = places[unit.id], first != index else { return }
        let place = document.position(of: [.index(first), "id"])
        note(
            [.index(index), "id"], "duplicate unit id \"\(unit.id)\"", expected: "another id",
            note: place.map { "the first stands at \($0)" })
    }

    /// A title that is missing in one language is the one in the first language that has one.
    private mutating func checkTitle(of unit: PortalUnit, at index: Int, in languages: [Language]) {
        let path: [PathStep] = [.index(index), "title"]
        let there = languages.first { !unit.title[$0].isEmpty }
        for language in languages where unit.title[language].isEmpty {
            let expected = "\(language.rawValue): \"…\""
            guard let there else {
                note(path, "\(path.described) lacks its text in \(language.rawValue)", expected: expected)
                continue
            }
            noted.problems.append(
                document.problem(
                    at: path,
                    "\(path.described) lacks its text in \(language.rawValue), so the one in \(there.rawValue) is shown",
                    expected: expected, weight: .warning))
            entries[index].unit.title[language] = unit.title[there]
        }
    }

    private func checkParent(of unit: PortalUnit, at index: Int) {
        guard let parent = unit.parent else { return }
        if places[parent] == nil {
            note(
                [.index(index), "parent"], "no unit has the id \"\(parent)\"", expected: "the id of the unit above",
                note: Problem.note(nearestTo: parent, among: entries.map(\.unit.id)))
        } else if isInCycle(unit) {
            note(
                [.index(index), "parent"], "\"\(unit.id)\" stands below itself",
                expected: "a parent that does not lead back to it")
        }
    }

    private func isInCycle(_ unit: PortalUnit) -> Bool {
        var above = unit.parent
        for _ in entries.indices {
            guard let id = above, let index = places[id] else { return false }
            if id == unit.id { return true }
            above = entries[index].unit.parent
        }
        return false
    }

    private func note(_ path: [PathStep], _ wrong: String, expected: String, note: String? = nil) {
        noted.problems.append(document.problem(at: path, wrong, expected: expected, note: note))
    }
}
