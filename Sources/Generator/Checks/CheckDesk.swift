import Configuration
import Portal
import Source
import Store

/// The units that a site no longer has, though letters or clerks hang on them.
///
/// - Parameter data: the desk's folder, which must be readable and of this version.
public func orphans(of site: Site, in data: DataFolder) throws -> [Problem] {
    try data.use(ofUnitsBesides: Set(site.units.map(\.id))).map { use in
        Problem(
            "the unit \(quoted(use.unit))\(use.title.isEmpty ? "" : " (\(use.title))") is gone, but \(use.inWords)",
            expected: "its entry, with replacedBy: \"…\" for the unit that takes over, or with open: false",
            note: "'pishkhan build --force' leaves them without a unit", file: site.unitsPath)
    }
}

extension UnitUse {
    /// What hangs on it, as the end of a sentence.
    fileprivate var inWords: String {
        var parts: [String] = []
        func add(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { parts.append("\(count) \(count == 1 ? one : many)") }
        }
        add(underReview, "letter to it is under review", "letters to it are under review")
        add(unanswered, "accepted letter to it has no reply", "accepted letters to it have no reply")
        if !clerks.isEmpty {
            parts.append("it has the clerk\(clerks.count == 1 ? "" : "s") \(clerks.joined(separator: ", "))")
        }
        return parts.count < 2
            ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    }
}
