import Foundation
import Portal
import Testing

@testable import Configuration

private let units = """
    [
      { id: "top", title: { fa: "بالا" } },
      { id: "law", title: { fa: "حقوقی" }, parent: "top", guidance: { fa: "شماره را بنویسید." } },
      { id: "it", title: { fa: "فناوری" }, parent: "top" },
    ]
    """

/// A site and what is known of its units, with another units file in place of the one that was read.
private func edited(_ edit: (String) -> String) throws -> (site: SmallSite, known: KnownUnits) {
    let site = try SmallSite(["units.json5": units])
    let read = try site.read()
    let list = try #require(read.unitsList)
    let known = try #require(KnownUnits(list, read.units))
    try Data(edit(units).utf8).write(to: URL(fileURLWithPath: site.folder + "/units.json5"))
    return (site, known)
}

private func complaints(_ site: SmallSite, beside known: KnownUnits? = nil) -> String? {
    do {
        return try readSite(config: site.folder + "/portal.json5", beside: known).warnings.map(\.description).joined(
            separator: "\n")
    } catch {
        return "\(error)"
    }
}

@Test(
    "Units that were read before are those of a whole reading",
    arguments: [
        ("", ""), ("حقوقی", "امور حقوقی"),
        ("  { id: \"it\"", "  { id: \"new\", title: { fa: \"تازه\" } },\n  { id: \"it\""),
        ("parent: \"top\" },\n]", "parent: \"law\" },\n]"), ("[\n", "// ها\n[\n"), ("شماره را", "**شماره** را"),
        ("  { id: \"it\", title: { fa: \"فناوری\" }, parent: \"top\" },\n", ""),
    ])
func sameAsWhole(old: String, new: String) throws {
    let (site, known) = try edited { old.isEmpty ? $0 : $0.replacingOccurrences(of: old, with: new) }
    let whole = try site.read()
    let quick = try readSite(config: site.folder + "/portal.json5", beside: known)
    #expect(quick.units == whole.units)
    #expect(quick.unitsList?.starts == whole.unitsList?.starts)
    let kept = quick.units.filter { unit in known.units.contains { $0.isIdentical(to: unit) } }
    #expect(kept.count >= (old == "[\n" ? 0 : 1), "the quick way was not taken")
}

@Test(
    "A mistake that an edit makes is reported as in a whole reading, also where it stands in a unit that was not edited",
    arguments: [
        ("id: \"top\"", "id: \"other\""), ("id: \"it\"", "id: \"law\""),
        ("{ id: \"top\",", "{ id: \"top\", parent: \"it\","),
        ("title: { fa: \"فناوری\" }", "title: { fa: \"\" }"), ("id: \"it\"", "id: \"It\""), ("فناوری\" }", "فناوری\""),
        ("parent: \"top\" },\n]", "replacedBy: \"gone\" },\n]"),
        ("{ id: \"top\",", "{ id: \"top\", replacedBy: \"it\","),
    ])
func mistakes(old: String, new: String) throws {
    let (site, known) = try edited { $0.replacingOccurrences(of: old, with: new) }
    let found = try #require(complaints(site))
    #expect(!found.isEmpty)
    #expect(complaints(site, beside: known) == found)
}

@Test("Of a file with something to say about it nothing is known, nor of a table")
func nothingKnown() throws {
    let warned = try SmallSite(SmallSite.inTwoLanguages).read()
    #expect(warned.warnings.contains { $0.description.contains("lacks its text in en") })
    #expect(warned.unitsList == nil)
    let table = SmallSite.config.replacing("languages:", "units: \"units.csv\",\n  languages:")
    let read = try SmallSite(["portal.json5": table, "units.json5": nil, "units.csv": "id,title.fa\na,الف\n"]).read()
    #expect(read.units.count == 1)
    #expect(read.unitsList == nil)
}

@Test("A link that leads out of the site is refused also where the file behind it was read before")
func linkOut() throws {
    let (site, known) = try edited { $0 }
    let outside = try SmallSite(["units.json5": units]).folder + "/units.json5"
    try FileManager.default.removeItem(atPath: site.folder + "/units.json5")
    try FileManager.default.createSymbolicLink(atPath: site.folder + "/units.json5", withDestinationPath: outside)
    #expect(complaints(site, beside: known)?.contains("leads out of the site's folder") == true)
}
