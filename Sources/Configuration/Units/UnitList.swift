import Portal
import Source

/// The units of one or several files, with the places of their mistakes.
struct UnitList {
    /// A unit as a file has it, right or wrong.
    private struct Entry {
        var unit: PortalUnit
        let place: Place
        /// The keys at which a mistake has been noted.
        let wrong: Set<String>
    }

    private let noted: Noted
    private var entries: [Entry] = []
    /// The place of the first unit with an id.
    private var places: [String: Int] = [:]

    /// Reads lists of objects.
    init(_ documents: [Document], noting noted: Noted) {
        self.noted = noted
        for document in documents {
            let root = Place(document: document, path: [], noted: noted)
            if document.root.kind != .array { root.refuse(document.root, expected: "a list [ … ] of units") }
            for (index, node) in document.root.elements.enumerated() {
                var unit = unitKeys.new
                let place = root.inside(.index(index))
                let seen = unitKeys.read(node, at: place, into: &unit)
                entries.append(Entry(unit: unit, place: place, wrong: seen.wrong))
            }
        }
        for (index, entry) in entries.enumerated() where !entry.wrong.contains("id") && places[entry.unit.id] == nil {
            places[entry.unit.id] = index
        }
    }

    /// The units as the files have them.
    var units: [PortalUnit] { entries.map(\.unit) }

    /// The units, after looking for titles that are missing, ids that stand twice, and parents that are none.
    mutating func checked(languages: [Language]) -> [PortalUnit] {
        for (index, entry) in entries.enumerated() {
            if !entry.wrong.contains("id") { checkID(at: index) }
            if !entry.wrong.contains("title") { checkTitle(at: index, in: languages) }
            if !entry.wrong.contains("parent") { checkParent(at: index) }
        }
        return units
    }

    private func checkID(at index: Int) {
        let entry = entries[index]
        guard let first = places[entry.unit.id], first != index else { return }
        let other = entries[first].place
        let isHere = other.document.file == entry.place.document.file
        let position = other.document.position(of: other.path + ["id"]).map {
            "the first stands at \(isHere ? "" : other.document.file + ":")\($0)"
        }
        note(entry.place, "id", "duplicate unit id \"\(entry.unit.id)\"", expected: "another id", note: position)
    }

    /// A title that is missing in one language is the one in the first language that has one.
    private mutating func checkTitle(at index: Int, in languages: [Language]) {
        let entry = entries[index]
        let described = entry.place.inside("title").described
        let there = languages.first { !entry.unit.title[$0].isEmpty }
        for language in languages where entry.unit.title[language].isEmpty {
            let lacks = "\(described) lacks its text in \(language.rawValue)"
            let expected = "\(language.rawValue): \"…\""
            guard let there else {
                note(entry.place, "title", lacks, expected: expected)
                continue
            }
            note(
                entry.place, "title", "\(lacks), so the one in \(there.rawValue) is shown", expected: expected,
                weight: .warning)
            entries[index].unit.title[language] = entry.unit.title[there]
        }
    }

    private func checkParent(at index: Int) {
        let entry = entries[index]
        guard let parent = entry.unit.parent else { return }
        if places[parent] == nil {
            note(
                entry.place, "parent", "no unit has the id \"\(parent)\"", expected: "the id of the unit above",
                note: Problem.note(nearestTo: parent, among: entries.map(\.unit.id)))
        } else if isInCycle(entry.unit) {
            note(
                entry.place, "parent", "\"\(entry.unit.id)\" stands below itself",
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

    private func note(
        _ place: Place, _ key: String, _ wrong: String, expected: String, note: String? = nil,
        weight: Problem.Weight = .error
    ) {
        noted.problems.append(
            place.document.problem(
                at: place.path + [.key(key)], wrong, expected: expected, note: note, weight: weight))
    }
}
