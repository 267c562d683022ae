import CSV
import Desk
import JSON5
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

/// What the units file, or a folder of them, says.
struct ReadUnits {
    /// The units, in the order of their files.
    let units: [PortalUnit]
    /// The forms that they offer, by their paths as the files have them.
    let forms: [String: [UInt8]]
    /// The file's text, where it is one JSON5 file about which there is nothing to say.
    let list: ReadList?

    /// Nothing.
    static let none = ReadUnits(units: [], forms: [:], list: nil)
}

/// Reads the units file, or each file of a folder, and checks the tree; all mistakes are noted.
///
/// - Parameter known: what is known of the file from an earlier reading.
func readUnits(_ path: String, by terms: UnitTerms, beside known: KnownUnits?, noting noted: Noted) -> ReadUnits {
    if let known, !isTable(path), !SiteFiles.isFolder(path),
        let read = readUnits(path, by: terms, editedFrom: known, noting: noted)
    {
        return read
    }
    let before = noted.problems.count
    let documents = unitDocuments(path, noting: noted)
    var list = UnitList(documents, noting: noted)
    let units = list.checked(by: terms)
    let hasNothingToSay = noted.problems.count == before
    let only = hasNothingToSay && documents.count == 1 && !isTable(documents[0].file) ? ReadList(documents[0]) : nil
    return ReadUnits(units: units, forms: list.forms, list: only)
}

/// Reads what an edit has changed in a units file; nil where there is anything to say about it, which needs the whole file.
private func readUnits(
    _ path: String, by terms: UnitTerms, editedFrom known: KnownUnits, noting noted: Noted
) -> ReadUnits? {
    let trial = Noted()
    trial.siteFolder = noted.siteFolder
    guard let bytes = bytes(path, noting: trial), let edited = known.list.edited(to: bytes) else { return nil }
    let changed = Document(
        file: path, source: SourceText(bytes), root: Node(offset: 0, content: .array(edited.changed)))
    var list = UnitList(
        [changed], between: known.units.prefix(edited.before), and: known.units.suffix(edited.after), noting: trial)
    let units = list.checked(by: terms)
    guard trial.problems.isEmpty else { return nil }
    noted.places += trial.places
    return ReadUnits(units: units, forms: list.forms, list: edited.list)
}

private func isTable(_ path: String) -> Bool { path.lowercased().hasSuffix(".csv") }

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
    let found = isTable(path) ? unitTable(path, noting: noted) : document(path, noting: noted)
    noted.problems += found?.problems ?? []
    return found
}
