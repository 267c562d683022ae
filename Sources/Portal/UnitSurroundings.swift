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
}
