import Desk
import Portal
import Processors
import Source

/// The units of one or several files, with the places of their mistakes.
struct UnitList {
    /// A unit as a file has it, right or wrong.
    struct Entry {
        var unit: PortalUnit
        let place: Place
        /// The keys at which a mistake has been noted.
        let wrong: Set<String>
    }

    private let noted: Noted
    private(set) var entries: [Entry] = []
    /// The place of the first unit with an id.
    private(set) var places: [String: Int] = [:]
    /// The units' forms, by their paths as the files have them.
    private(set) var forms: [String: [UInt8]] = [:]
    /// How often a near name has been looked for.
    var searches = 0

    /// Reads lists of objects.
    ///
    /// - Parameters:
    ///   - before: units that stand before those, and
    ///   - after: units that stand behind them, of which each is right by itself.
    init(
        _ documents: [Document], between before: ArraySlice<PortalUnit> = [], and after: ArraySlice<PortalUnit> = [],
        noting noted: Noted
    ) {
        self.noted = noted
        let nowhere = Document(file: "", source: SourceText([]), root: Node(offset: 0, content: .array([])))
        let known = Place(document: nowhere, noted: noted)
        entries.reserveCapacity(before.count + after.count + documents.reduce(0) { $0 + $1.root.elements.count })
        for unit in before { entries.append(Entry(unit: unit, place: known, wrong: [])) }
        for document in documents {
            let root = Place(document: document, noted: noted)
            if document.root.kind != .array { root.refuse(document.root, expected: "a list [ … ] of units") }
            let read = Self.read(document)
            noted.problems += read.flatMap(\.problems)
            for (index, (unit, wrong)) in read.lazy.flatMap(\.units).enumerated() {
                entries.append(Entry(unit: unit, place: root.inside(.index(index)), wrong: wrong))
            }
        }
        for unit in after { entries.append(Entry(unit: unit, place: known, wrong: [])) }
        let named = entries.indices.lazy.filter { [entries] in !entries[$0].wrong.contains("id") }
        places = Dictionary(named.map { [entries] in (entries[$0].unit.id, $0) }) { first, _ in first }
    }

    /// The units of a document with the keys at which they are wrong, some in a row at a time, and the mistakes of those.
    private static func read(_ document: Document) -> [(units: [(PortalUnit, wrong: Set<String>)], problems: [Problem])]
    {
        let elements = document.root.elements
        return onAllProcessors(elements.indices) { range in
            let noted = Noted()
            let root = Place(document: document, noted: noted)
            let units = range.map { index in
                var fields = unitKeys.new
                let seen = unitKeys.read(elements[index], at: root.inside(.index(index)), into: &fields)
                return (PortalUnit(fields), wrong: seen.wrong)
            }
            return (units, noted.problems)
        }
    }

    /// The units as the files have them.
    var units: [PortalUnit] { entries.map(\.unit) }

    /// The units, after looking for texts that are missing, ids that stand twice, units, files and numbers that are named
    /// and are none.
    mutating func checked(by terms: UnitTerms) -> [PortalUnit] {
        let (below, replaced) = (cyclic { $0.parent }, cyclic { $0.replacedBy })
        let hasDuplicates = places.count < entries.count
        for (index, entry) in entries.enumerated() {
            let isRight = { (key: String) in !entry.wrong.contains(key) }
            if hasDuplicates, isRight("id") { checkID(at: index) }
            if isRight("title") { checkTitle(at: index, in: terms.languages) }
            if isRight("parent") { checkParent(at: index, cyclic: below) }
            if isRight("form") { checkForm(at: index, in: terms.folder) }
            if isRight("requiredAttachments") { checkAttachments(at: index, in: terms.languages) }
            if isRight("notify") { checkNumbers(at: index, plan: terms.mobilePlan) }
            if isRight("replacedBy") { checkReplacement(at: index, cyclic: replaced) }
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

    private func checkNumbers(at index: Int, plan: MobileNumber.Plan?) {
        guard let plan else { return }
        let entry = entries[index]
        for (position, number) in entry.unit.notify.enumerated() where MobileNumber(typed: number, plan: plan) == nil {
            let place = entry.place.inside("notify").inside(.index(position))
            noted.problems.append(
                place.document.problem(
                    at: place.path, "\(place.described) is \(quoted(number))",
                    expected: "a mobile number of the portal's country"))
        }
    }

    /// Changes the unit at a place.
    mutating func change(at index: Int, _ change: (inout PortalUnit) -> Void) { change(&entries[index].unit) }

    mutating func keep(_ bytes: [UInt8], ofForm form: String) { forms[form] = bytes }

    func note(
        _ place: Place, _ key: PathStep, _ wrong: String, expected: String, note: String? = nil,
        weight: Problem.Weight = .error
    ) {
        noted.problems.append(
            place.document.problem(at: place.path + [key], wrong, expected: expected, note: note, weight: weight))
    }
}
