import Portal
import Source

/// The units of a site without the rest of it, for commands that show or change them.
public struct SiteUnits: Sendable {
    /// The file, or the folder, that the config names.
    public let path: String
    /// The languages of the pages.
    public var languages: [Language] { terms.languages }
    private let terms: UnitTerms
    /// The units as their files have them.
    public let units: [PortalUnit]

    /// Whether the units are in a folder of files.
    public var isFolder: Bool { SiteFiles.isFolder(path) }

    /// Reads the units that a config names.
    public init(config path: String) throws(SiteFault) {
        let noted = Noted()
        guard let config = PortalConfig.read(path, noting: noted), !noted.hasErrors else {
            throw SiteFault(noted.problems)
        }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        self.path = SiteFiles.resolve(config.units, from: folder)
        terms = UnitTerms(config, folder: folder)
        units = try Self.read(self.path, by: terms).units
    }

    /// Reads units from another file or folder, and what is worth mending in them.
    public func read(_ path: String) throws(SiteFault) -> (units: [PortalUnit], warnings: [Problem]) {
        try Self.read(path, by: terms)
    }

    static func read(
        _ path: String, by terms: UnitTerms
    ) throws(SiteFault) -> (units: [PortalUnit], warnings: [Problem]) {
        let noted = Noted()
        let list = UnitList(unitDocuments(path, noting: noted), noting: noted)
        var checked = list
        _ = checked.checked(by: terms)
        guard !noted.hasErrors else { throw SiteFault(noted.problems) }
        return (list.units, SiteFault(noted.problems).problems)
    }

    /// Writes units in place of those of the file; the old file stays where something goes wrong.
    public func write(_ units: [PortalUnit]) throws(SiteFault) {
        do throws(FileFault) {
            try SiteFiles.replace(path, with: Array(unitsText(units, as: UnitFormat(ofFile: path)).utf8))
        } catch {
            throw SiteFault([Problem("cannot be written (\(error.reason))", file: error.path)])
        }
    }
}
