import CSV
import Portal
import Source

/// Reads the units file, or each file of a folder, and checks the tree; all mistakes are noted.
func readUnits(_ path: String, languages: [Language], noting noted: Noted) -> [PortalUnit] {
    var list = UnitList(unitDocuments(path, noting: noted), noting: noted)
    return list.checked(languages: languages)
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
