import Foundation
import TemporaryFolders
import Testing

@testable import Configuration

/// The example site, copied, with one text replaced by another in some files.
private func brokenSite(_ edits: [(file: String, from: String, to: String)]) throws -> String {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../site")
        .standardized
    let folder = URL(fileURLWithPath: TemporaryFolder.make("site") + "/site")
    try FileManager.default.copyItem(at: source, to: folder)
    for edit in edits {
        let file = folder.appendingPathComponent(edit.file)
        let text = try String(contentsOf: file, encoding: .utf8)
        let found = try #require(text.range(of: edit.from), "\(edit.from) is not in \(edit.file)")
        try text.replacingCharacters(in: found, with: edit.to).write(to: file, atomically: true, encoding: .utf8)
    }
    return folder.path
}

private func complaints(_ edits: [(file: String, from: String, to: String)]) throws -> [String] {
    let folder = try brokenSite(edits)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
        _ = try readSite(config: folder + "/portal.json5")
        return []
    } catch {
        return "\(error)".split(separator: "\n").map { $0.replacingOccurrences(of: folder + "/", with: "") }
    }
}

/// Where `text` stands in a file of the example, as `line:column`.
private func place(of text: String, in file: String, after replaced: (String, String)? = nil) throws -> String {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../site/" + file)
    var whole = try String(contentsOf: path, encoding: .utf8)
    if let replaced, let range = whole.range(of: replaced.0) { whole.replaceSubrange(range, with: replaced.1) }
    let before = whole[..<(try #require(whole.range(of: text)).lowerBound)]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false).count
    let column = (before.split(separator: "\n", omittingEmptySubsequences: false).last?.unicodeScalars.count ?? 0) + 1
    return "\(line):\(column)"
}

@Test("The example has no mistakes")
func exampleIsRight() throws {
    let noEdits: [(file: String, from: String, to: String)] = []
    #expect(try complaints(noEdits).isEmpty)
}

@Test(
    "Each mistake is reported with its place, what was expected, and a near name",
    arguments: [
        ("portal.json5", "address:", "adress:", "adress:", ["unknown key \"adress\"", "did you mean \"address\"?"]),
        ("portal.json5", "\"+03:30\"", "3.5", "3.5", ["timeZone is 3.5; expected hours and minutes"]),
        ("portal.json5", "\"+03:30\"", "\"3:30\"", "\"3:30\"", ["timeZone", "such as \"+03:30\""]),
        (
            "portal.json5", "\"http://127.0.0.1:8080/\"", "\"127.0.0.1\"", "\"127.0.0.1\"",
            ["address", "expected http://"]
        ),
        ("portal.json5", "{year}/{sequence}\"", "{yaer}/{sequence}\"", "\"{yaer}", ["unknown placeholder {yaer}"]),
        ("portal.json5", "\"image\",\n", "\"picture\",\n", "\"picture\"", ["expected \"image\" or \"none\""]),
        ("portal.json5", "attachments: 5", "attachments: 50", "50,\n", ["expected a whole number from 0 to 20"]),
        (
            "units.json5", "id: \"health\"", "id: \"education\"", "\"education\", title: { fa: \"معاونت بهداشت\"",
            ["duplicate unit id \"education\"", "the first stands at"]
        ),
        (
            "units.json5", "parent: \"education\"", "parent: \"eductaion\"", "\"eductaion\"",
            ["no unit has the id \"eductaion\"", "did you mean \"education\"?"]
        ),
        (
            "texts/en.json5", "deskTitle:", "deskTitel:", "deskTitel",
            ["unknown text \"deskTitel\"", "did you mean \"deskTitle\"?"]
        ),
        (
            "texts/fa.json5", "{minutes} دقیقه اعتبار", "{minuets} دقیقه اعتبار", "\"کد تایید به شمارهٔ",
            ["unknown placeholder {minuets}", "did you mean {minutes}?"]
        ),
        ("pages/fa/guide.md", "title:", "tilte:", "tilte:", ["unknown field \"tilte\"", "did you mean \"title\"?"]),
    ])
func mistakes(file: String, from: String, to: String, at: String, words: [String]) throws {
    let complaints = try complaints([(file, from, to)])
    let line = try #require(complaints.first { $0.contains(words[0]) }, "\(complaints)")
    #expect(line.hasPrefix("\(file):\(try place(of: at, in: file, after: (from, to))): error: "), "\(line)")
    for word in words { #expect(line.contains(word), "\(line)") }
}

@Test("A missing text, and a unit below itself, are reported")
func missingAndCycle() throws {
    let missing = try complaints([("texts/fa.json5", "  deskTitle: \"میز من\",\n", "")])
    #expect(
        missing.contains { $0.hasPrefix("texts/fa.json5:") && $0.contains("the text \"deskTitle\" is missing") },
        "\(missing)")
    let cycle = try complaints([("units.json5", "{ id: \"education\",", "{ id: \"education\", parent: \"education\",")])
    #expect(cycle.contains { $0.hasPrefix("units.json5:") && $0.contains("stands below itself") }, "\(cycle)")
}

@Test("Mistakes in several files are reported together")
func together() throws {
    let found = try complaints([
        ("units.json5", "letters: false", "lettres: false"), ("texts/en.json5", "deskTitle:", "deskTitel:"),
        ("pages/en/guide.md", "title:", "tilte:"),
    ])
    for file in ["units.json5:", "texts/en.json5:", "pages/en/guide.md:"] {
        #expect(found.contains { $0.hasPrefix(file) }, "\(file) is not among \(found)")
    }
}

@Test("A missing file is named")
func missingFile() throws {
    let folder = try brokenSite([])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.removeItem(atPath: folder + "/pages/fa/contact.md")
    let error = #expect(throws: SiteFault.self) { try readSite(config: folder + "/portal.json5") }
    #expect("\(error, default: "")".contains("pages/fa/contact.md:1:1:"))
    #expect(throws: SiteFault.self) { try readSite(config: folder + "/none.json5") }
}
