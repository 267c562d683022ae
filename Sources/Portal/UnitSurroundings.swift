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

    /// Whether the page of a unit shows the same in another tree: what this compares is what ``surroundings(of:)`` holds.
    public func hasSameSurroundings(of id: String, as other: UnitTree) -> Bool {
        guard let own = place(of: id), let there = other.place(of: id), all[own] == other.all[there] else {
            return false
        }
        let (children, others) = (places(below: own), other.places(below: there))
        return children.count == others.count && zip(children, others).allSatisfy { all[$0] == other.all[$1] }
            && successor(of: id) == other.successor(of: id)
    }
}
