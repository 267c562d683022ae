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

    private static let mostSearches = 20

    private let noted: Noted
    /// How often a near name has been looked for.
    private var searches = 0
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
        let cyclic = cyclic()
        for (index, entry) in entries.enumerated() {
            if !entry.wrong.contains("id") { checkID(at: index) }
            if !entry.wrong.contains("title") { checkTitle(at: index, in: languages) }
            if !entry.wrong.contains("parent") { checkParent(at: index, cyclic: cyclic) }
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

    private mutating func checkParent(at index: Int, cyclic: Set<Int>) {
        let entry = entries[index]
        guard let parent = entry.unit.parent else { return }
        if places[parent] == nil {
            // A search goes through all units: where a whole column is wrong, near names help nobody.
            let isFew = searches < Self.mostSearches
            searches += 1
            note(
                entry.place, "parent", "no unit has the id \"\(parent)\"", expected: "the id of the unit above",
                note: isFew ? Problem.note(nearestTo: parent, among: entries.map(\.unit.id)) : nil)
        } else if cyclic.contains(index) {
            note(
                entry.place, "parent", "\"\(entry.unit.id)\" stands below itself",
                expected: "a parent that does not lead back to it")
        }
    }

    /// The places of the units that stand below themselves; each unit is visited once, however deep the tree is.
    private func cyclic() -> Set<Int> {
        var found: Set<Int> = []
        var visitedFrom = [Int?](repeating: nil, count: entries.count)
        for start in entries.indices where visitedFrom[start] == nil {
            var way: [Int] = []
            var next: Int? = start
            while let index = next, visitedFrom[index] == nil {
                visitedFrom[index] = start
                way.append(index)
                next = entries[index].unit.parent.flatMap { places[$0] }
            }
            if let index = next, visitedFrom[index] == start, let first = way.firstIndex(of: index) {
                found.formUnion(way[first...])
            }
        }
        return found
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
