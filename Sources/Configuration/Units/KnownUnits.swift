import JSON5
import Portal

/// The units that were read from a file once, without anything to say about it: where the file still says the same, they
/// need not be read again.
public struct KnownUnits: Sendable {
    /// The file's text.
    let list: ReadList
    /// The unit of each element.
    let units: [PortalUnit]

    /// nil where a list of so many elements has not got those units.
    public init?(_ list: ReadList, _ units: [PortalUnit]) {
        guard list.starts.count == units.count else { return nil }
        self.list = list
        self.units = units
    }
}
