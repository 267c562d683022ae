/// The units as a tree, in the order of the units file.
public struct UnitTree: Sendable {
    /// A unit and how deep it stands; 0 at the top.
    public struct Entry: Sendable {
        /// The unit.
        public let unit: PortalUnit
        /// Units above it.
        public let depth: Int
    }

    /// All units that are listed, in the order of the units file.
    public let listed: [PortalUnit]
    private let places: [String: Int]
    private let roots: [PortalUnit]
    private let children: [String: [PortalUnit]]
    /// The units that stand for those whose place was taken, by the ids of these.
    let successors: [String: PortalUnit]

    /// A tree without those units whose place others have taken; every parent must be among the rest, and no unit its own
    /// ancestor.
    public init(_ all: [PortalUnit]) {
        let units = all.filter { $0.replacedBy == nil }
        listed = units
        places = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
        successors = Replacements(all).successors(among: units)
        roots = units.filter { $0.parent == nil }
        children = Dictionary(grouping: units.filter { $0.parent != nil }) { $0.parent ?? "" }
    }

    /// The units at the top.
    public var top: [PortalUnit] { roots }

    /// A unit that is listed, by its id.
    public func unit(_ id: String) -> PortalUnit? { places[id].map { listed[$0] } }

    /// The place of a unit among those that are listed.
    public func place(of id: String) -> Int? { places[id] }

    /// How many levels of the tree hold so many units at most; 0 where even the first is too large.
    public func levels(ofAtMost most: Int) -> Int {
        var (level, count, depth) = (roots, 0, 0)
        while !level.isEmpty {
            count += level.count
            if count > most { return depth }
            depth += 1
            level = level.flatMap { children(of: $0.id) }
        }
        return depth
    }

    /// The units right below a unit.
    public func children(of id: String) -> [PortalUnit] { children[id] ?? [] }

    /// All units, each before those below it.
    public var depthFirst: [Entry] {
        var entries: [Entry] = []
        func visit(_ unit: PortalUnit, _ depth: Int) {
            entries.append(Entry(unit: unit, depth: depth))
            for child in children(of: unit.id) { visit(child, depth + 1) }
        }
        for unit in roots { visit(unit, 0) }
        return entries
    }
}
