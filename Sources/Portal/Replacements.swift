/// Which units have taken the place of others, however often a place was taken in turn.
public struct Replacements: Equatable, Sendable {
    /// The last unit of each way that begins at a replaced one.
    private let last: [String: String]

    /// The replacements among units; one that leads in a circle or to no unit is passed over.
    public init(_ units: [PortalUnit]) {
        let next = Dictionary(units.compactMap { unit in unit.replacedBy.map { (unit.id, $0) } }) { first, _ in first }
        var last: [String: String] = [:]
        let known = next.isEmpty ? [] : Set(units.map(\.id))
        for id in next.keys {
            var seen: Set<String> = []
            var place = id
            while let other = next[place], seen.insert(place).inserted { place = other }
            if next[place] == nil, known.contains(place) { last[id] = place }
        }
        self.last = last
    }

    /// The replacements that `table` gave.
    public init(table: StringTable) {
        let pairs = stride(from: 0, to: table.count - 1, by: 2).map { (table[$0], table[$0 + 1]) }
        last = Dictionary(pairs) { first, _ in first }
    }

    /// Pairs of a unit and the one that stands for it now, as a table of strings.
    public var table: StringTable { StringTable(last.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }) }

    /// The unit that stands for a unit now; the unit itself where it was not replaced.
    public func present(_ id: String) -> String { last[id] ?? id }

    /// Some units, and those whose place they have taken.
    public func including(_ ids: [String]) -> [String] {
        guard !last.isEmpty else { return ids }
        return ids + last.filter { ids.contains($0.value) && !ids.contains($0.key) }.keys.sorted()
    }
}
