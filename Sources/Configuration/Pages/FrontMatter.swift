import Source

/// The fields between the two lines `---` at the head of a page.
struct FrontMatter {
    /// The fields, by name.
    private(set) var fields: [String: String] = [:]
    /// What follows.
    private(set) var rest = ""
    /// The byte at which it begins.
    private(set) var restOffset = 0

    /// The fields that there are.
    static let names = ["title", "summary"]

    /// Takes a page apart; nil where its fields do not end. All mistakes are noted.
    init?(_ text: String, _ source: SourceText, file: String, noting noted: Noted) {
        func note(_ offset: Int, _ wrong: String, expected: String, note: String? = nil) {
            noted.problems.append(
                Problem(wrong, expected: expected, note: note, file: file, source: source, offset: offset))
        }
        let lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
        guard lines.first.map(Self.isRule) == true else {
            note(0, "no front matter", expected: "a line --- and then title: …")
            return nil
        }
        var offset = 4
        for line in lines.dropFirst() {
            if Self.isRule(line) {
                restOffset = min(offset + line.count + 1, source.bytes.count)
                rest = String(decoding: source.bytes[restOffset...], as: UTF8.self)
                if fields["title"]?.isEmpty != false { note(0, "no title", expected: "title: …") }
                return
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                note(
                    offset, "not a field",
                    expected: "a name, a colon and a value, or the line --- at the end of the fields")
                return nil
            }
            let name = String(line[..<colon]) ?? ""
            if Self.names.contains(name) {
                let value = line[line.index(after: colon)...].drop { $0 == 0x20 }
                fields[name] = String(decoding: value, as: UTF8.self)
            } else {
                note(
                    offset, "unknown field \(quoted(name))", expected: "title or summary",
                    note: Problem.note(nearestTo: name, among: Self.names))
            }
            offset += line.count + 1
        }
        note(max(0, offset - 1 - (lines.last?.count ?? 0)), "the front matter does not end", expected: "a line ---")
        return nil
    }

    private static func isRule(_ line: Substring.UTF8View) -> Bool { line.elementsEqual("---".utf8) }
}
