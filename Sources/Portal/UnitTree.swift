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
    private let shape: Shape

    /// Which unit stands where: trees in which that is the same share it.
    private final class Shape: Sendable {
        let places: [String: Int]
        let roots: [Int]
        /// The units below others, those of one after those of the unit before it.
        let below: [Int]
        /// Where those of each unit begin, and at last where they end.
        let starts: [Int]
        let replacements: Replacements

        init(_ units: [PortalUnit]) {
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
    }

    /// A tree without those units whose place others have taken; every parent must be among the rest, and no unit its own
    /// ancestor.
    ///
    /// - Parameter other: a tree that may have the same shape.
    public init(_ units: [PortalUnit], like other: UnitTree? = nil) {
        all = units
        shape = other.flatMap { $0.isAlike(units) ? $0.shape : nil } ?? Shape(units)
    }

    private func isAlike(_ units: [PortalUnit]) -> Bool {
        all.count == units.count
            && zip(all, units).allSatisfy { own, other in
                own.isIdentical(to: other)
                    || own.id == other.id && own.parent == other.parent && own.replacedBy == other.replacedBy
            }
    }

    /// Has other units in the places of these, which must be equal to them but for what the build says of them.
    public mutating func share(_ equal: [PortalUnit]) { all = equal }

    /// Where the unit of an id stands.
    func place(of id: String) -> Int? { shape.places[id] }

    /// Where the unit at a place stands in another tree.
    public func place(of place: Int, in other: UnitTree) -> Int? {
        shape === other.shape ? place : other.place(of: all[place].id)
    }

    /// All units that are listed, in the order of the units file.
    public var listed: [PortalUnit] { all.filter { $0.replacedBy == nil } }

    /// The units at the top.
    public var top: [PortalUnit] { shape.roots.map { all[$0] } }

    /// The unit of an id.
    public subscript(id: String) -> PortalUnit? { shape.places[id].map { all[$0] } }

    /// How many levels of the tree hold so many units at most; 0 where even the first is too large.
    public func levels(ofAtMost most: Int) -> Int {
        var (level, count, depth) = (shape.roots, 0, 0)
        while !level.isEmpty {
            count += level.count
            if count > most { return depth }
            depth += 1
            level = level.flatMap(places(below:))
        }
        return depth
    }

    /// The units right below a unit.
    public func children(of id: String) -> [PortalUnit] { shape.places[id].map(children) ?? [] }

    private func children(at place: Int) -> [PortalUnit] { places(below: place).map { all[$0] } }

    func places(below place: Int) -> ArraySlice<Int> { shape.below[shape.starts[place]..<shape.starts[place + 1]] }

    /// The unit that stands for one whose place was taken; nil for one that still is.
    func successor(of id: String) -> PortalUnit? {
        let present = shape.replacements.present(id)
        return present == id ? nil : self[present]
    }

    /// All units, each before those below it.
    public var depthFirst: [Entry] {
        var entries: [Entry] = []
        func visit(_ place: Int, _ depth: Int) {
            entries.append(Entry(unit: all[place], depth: depth))
            for child in places(below: place) { visit(child, depth + 1) }
        }
        for place in shape.roots { visit(place, 0) }
        return entries
    }
}
