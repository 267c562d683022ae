/// The units as a tree, in the order of the units file.
public struct UnitTree: Sendable {
    /// A unit and how deep it stands; 0 at the top.
    public struct Entry: Sendable {
        /// The unit.
        public let unit: PortalUnit
        /// Units above it.
        public let depth: Int
    }

    /// Each unit once; the rest refers to their places, as units are large and many lists hold them.
    private let units: [PortalUnit]
    private let places: [String: Int]
    private let roots: [Int]
    private let below: [Int: [Int]]
    private let replacements: Replacements

    /// A tree without those units whose place others have taken; every parent must be among the rest, and no unit its own
    /// ancestor.
    public init(_ units: [PortalUnit]) {
        self.units = units
        replacements = Replacements(units)
        places = Dictionary(zip(units.map(\.id), units.indices)) { first, _ in first }
        var roots: [Int] = []
        var below: [Int: [Int]] = [:]
        for (place, unit) in units.enumerated() where unit.replacedBy == nil {
            if let parent = unit.parent {
                if let above = places[parent] { below[above, default: []].append(place) }
            } else {
                roots.append(place)
            }
        }
        self.roots = roots
        self.below = below
    }

    /// All units that are listed, in the order of the units file.
    public var listed: [PortalUnit] { units.filter { $0.replacedBy == nil } }

    /// The units at the top.
    public var top: [PortalUnit] { roots.map { units[$0] } }

    /// The unit of an id.
    public subscript(id: String) -> PortalUnit? { places[id].map { units[$0] } }

    /// How many levels of the tree hold so many units at most; 0 where even the first is too large.
    public func levels(ofAtMost most: Int) -> Int {
        var (level, count, depth) = (roots, 0, 0)
        while !level.isEmpty {
            count += level.count
            if count > most { return depth }
            depth += 1
            level = level.flatMap { below[$0] ?? [] }
        }
        return depth
    }

    /// The units right below a unit.
    public func children(of id: String) -> [PortalUnit] { places[id].map(children) ?? [] }

    private func children(at place: Int) -> [PortalUnit] { (below[place] ?? []).map { units[$0] } }

    /// The unit that stands for one whose place was taken; nil for one that still is.
    func successor(of id: String) -> PortalUnit? {
        let present = replacements.present(id)
        return present == id ? nil : self[present]
    }

    /// All units, each before those below it.
    public var depthFirst: [Entry] {
        var entries: [Entry] = []
        func visit(_ place: Int, _ depth: Int) {
            entries.append(Entry(unit: units[place], depth: depth))
            for child in below[place] ?? [] { visit(child, depth + 1) }
        }
        for place in roots { visit(place, 0) }
        return entries
    }
}
