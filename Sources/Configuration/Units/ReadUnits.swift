import CSV
import Desk
import Portal
import Source

/// What units are checked against beside each other.
struct UnitTerms {
    /// The languages of the pages; none where the config is wrong about them.
    let languages: [Language]
    /// How mobile numbers are written; nil where the config is wrong about it.
    let mobilePlan: MobileNumber.Plan?
    /// The config's folder, in which the forms lie.
    let folder: String
}

extension UnitTerms {
    /// What a config says of them.
    init(_ config: PortalConfig, folder: String) {
        languages = config.languages
        mobilePlan = config.wrong.contains("mobile") ? nil : config.settings.mobilePlan
        self.folder = folder
    }
}

/// Reads the units file, or each file of a folder, and checks the tree; all mistakes are noted.
func readUnits(
    _ path: String, by terms: UnitTerms, noting noted: Noted
) -> (units: [PortalUnit], forms: [String: [UInt8]]) {
    var list = UnitList(unitDocuments(path, noting: noted), noting: noted)
    return (list.checked(by: terms), list.forms)
}

/// The trees of the units file, or of each file of a folder in the order of their names.
func unitDocuments(_ path: String, noting noted: Noted) -> [Document] {
    guard SiteFiles.isFolder(path) else { return unitDocument(path, noting: noted).map { [$0] } ?? [] }
    let files = names(in: path, suffix: "", noting: noted).filter { $0.hasSuffix(".json5") || $0.hasSuffix(".csv") }
    if files.isEmpty {
        noted.problems.append(
            Problem("a folder without units", expected: "files whose names end with .json5 or .csv", file: path))
    }
    return files.compactMap { unitDocument(path + "/" + $0, noting: noted) }
}

private func unitDocument(_ path: String, noting noted: Noted) -> Document? {
    let found = path.lowercased().hasSuffix(".csv") ? unitTable(path, noting: noted) : document(path, noting: noted)
    noted.problems += found?.problems ?? []
    return found
}
