import Portal
import Source

/// The units that units name.
extension UnitList {
    private static let mostSearches = 20

    /// The unit above must be there, and must not be below.
    mutating func checkParent(at index: Int, cyclic: Set<Int>) {
        let entry = entries[index]
        guard let parent = entry.unit.parent else { return }
        if let above = places[parent].map({ entries[$0].unit }) {
            if cyclic.contains(index) {
                note(
                    entry.place, "parent", "\"\(entry.unit.id)\" stands below itself",
                    expected: "a parent that does not lead back to it")
            } else if let other = above.replacedBy, entry.unit.replacedBy == nil {
                note(
                    entry.place, "parent", "\"\(parent)\" is replaced by \"\(other)\" and no longer listed",
                    expected: "the id of a unit that is, such as \"\(other)\"")
            }
        } else {
            noteUnknown(parent, entry.place, "parent", expected: "the id of the unit above")
        }
    }

    /// The unit that takes a place must be there, and must not lead back.
    mutating func checkReplacement(at index: Int, cyclic: Set<Int>) {
        let entry = entries[index]
        guard let other = entry.unit.replacedBy else { return }
        if places[other] == nil {
            noteUnknown(other, entry.place, "replacedBy", expected: "the id of the unit that has taken its place")
        } else if cyclic.contains(index) {
            note(
                entry.place, "replacedBy", "\"\(entry.unit.id)\" is replaced by itself in the end",
                expected: "a unit that does not lead back to it")
        }
    }

    private mutating func noteUnknown(_ id: String, _ place: Place, _ key: PathStep, expected: String) {
        // A search goes through all units: where a whole column is wrong, near names help nobody.
        let isFew = searches < Self.mostSearches
        searches += 1
        note(
            place, key, "no unit has the id \"\(id)\"", expected: expected,
            note: isFew ? Problem.note(nearestTo: id, among: entries.map(\.unit.id)) : nil)
    }

    /// The places of the units that a chain of references leads back to; each unit is visited once, however long it is.
    func cyclic(_ reference: (PortalUnit) -> String?) -> Set<Int> {
        var found: Set<Int> = []
        var visitedFrom = [Int?](repeating: nil, count: entries.count)
        var way: [Int] = []
        for start in entries.indices where visitedFrom[start] == nil {
            way.removeAll(keepingCapacity: true)
            var next: Int? = start
            while let index = next, visitedFrom[index] == nil {
                visitedFrom[index] = start
                way.append(index)
                next = reference(entries[index].unit).flatMap { places[$0] }
            }
            if let index = next, visitedFrom[index] == start, let first = way.firstIndex(of: index) {
                found.formUnion(way[first...])
            }
        }
        return found
    }
}
