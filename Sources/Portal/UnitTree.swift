/// The units as a tree, in the order of the units file.
public struct UnitTree: Sendable {
    /// A unit and how deep it stands; 0 at the top.
    public struct Entry: Sendable {
        /// The unit.
        public let unit: PortalUnit
        /// Units above it.
        public let depth: Int
    }

    /// Each unit once, in the order of the units file, those whose place others have taken too. The rest refers to their
    /// places.
    public private(set) var all: [PortalUnit]
    private let places: [String: Int]
    private let roots: [Int]
    /// The units below others, those of one after those of the unit before it.
    private let below: [Int]
    /// Where those of each unit begin, and at last where they end.
    private let starts: [Int]
    private let replacements: Replacements

    /// A tree without those units whose place others have taken; every parent must be among the rest, and no unit its own
    /// ancestor.
    public init(_ units: [PortalUnit]) {
        all = units
        replacements = Replacements(units)
        let places = Dictionary(zip(units.map(\.id), units.indices)) { first, _ in first }
        var roots: [Int] = []
        var parents: [Int?] = []
        var starts = [Int](repeating: 0, count: units.count + 1)
        for (place, unit) in units.enumerated() {
            let isListed = unit.replacedBy == nil
            let above = isListed ? unit.parent.flatMap { places[$0] } : nil
            if isListed, unit.parent == nil { roots.append(place) }
            if let above { starts[above + 1] += 1 }
            parents.append(above)
        }
        for place in units.indices { starts[place + 1] += starts[place] }
        var below = [Int](repeating: 0, count: starts[units.count])
        var next = starts
        for (place, above) in parents.enumerated() {
            guard let above else { continue }
            below[next[above]] = place
            next[above] += 1
        }
        self.places = places
        self.roots = roots
        self.below = below
        self.starts = starts
    }

    /// Has other units in the places of these, which must be equal to them but for what the build says of them.
    public mutating func share(_ equal: [PortalUnit]) { all = equal }

    /// All units that are listed, in the order of the units file.
    public var listed: [PortalUnit] { all.filter { $0.replacedBy == nil } }

    /// The units at the top.
    public var top: [PortalUnit] { roots.map { all[$0] } }

    /// The unit of an id.
    public subscript(id: String) -> PortalUnit? { places[id].map { all[$0] } }

    /// How many levels of the tree hold so many units at most; 0 where even the first is too large.
    public func levels(ofAtMost most: Int) -> Int {
        var (level, count, depth) = (roots, 0, 0)
        while !level.isEmpty {
            count += level.count
            if count > most { return depth }
            depth += 1
            level = level.flatMap(places(below:))
        }
        return depth
    }

    /// The units right below a unit.
    public func children(of id: String) -> [PortalUnit] { places[id].map(children) ?? [] }

    private func children(at place: Int) -> [PortalUnit] { places(below: place).map { all[$0] } }

    func place(of id: String) -> Int? { places[id] }

    func places(below place: Int) -> ArraySlice<Int> { below[starts[place]..<starts[place + 1]] }

    /// The unit that stands for one whose place was taken; nil for one that still is.
    func successor(of id: String) -> PortalUnit? {
        let present = replacements.present(id)
        return present == id ? nil : self[present]
    }

    /// All units, each before those below it.
    public var depthFirst: [Entry] {
        var entries: [Entry] = []
        func visit(_ place: Int, _ depth: Int) {
            entries.append(Entry(unit: all[place], depth: depth))
            for child in places(below: place) { visit(child, depth + 1) }
        }
        for place in roots { visit(place, 0) }
        return entries
    }
}
