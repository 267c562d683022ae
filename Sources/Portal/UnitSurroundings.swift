/// All of the tree that the page of a unit shows; where it is the same, the page is.
public struct UnitSurroundings: Equatable, Sendable {
    /// The unit.
    public let unit: PortalUnit
    /// The units right below it.
    public let children: [PortalUnit]
    /// The unit that stands for it now, where its place was taken.
    public let successor: PortalUnit?
}

extension UnitTree {
    /// What the page of a unit shows.
    public func surroundings(of unit: PortalUnit) -> UnitSurroundings {
        UnitSurroundings(unit: unit, children: children(of: unit.id), successor: successor(of: unit.id))
    }

    /// Whether the page of the unit at a place shows the same in another tree: what this compares is what
    /// ``surroundings(of:)`` holds.
    public func hasSameSurroundings(at place: Int, as other: UnitTree) -> Bool {
        guard let there = self.place(of: place, in: other), all[place] == other.all[there] else { return false }
        let (children, others) = (places(below: place), other.places(below: there))
        return children.count == others.count && zip(children, others).allSatisfy { all[$0] == other.all[$1] }
            && successor(of: all[place].id) == other.successor(of: all[place].id)
    }
}
