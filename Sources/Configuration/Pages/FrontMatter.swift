import Source

/// The fields between the two lines `---` at the head of a page.
struct FrontMatter {
    /// A field's value, and the byte at which it begins.
    struct Value {
        let text: String
        let offset: Int
    }

    /// The fields, by name.
    private(set) var fields: [String: Value] = [:]
    /// What follows.
    private(set) var rest = ""
    /// The byte at which it begins.
    private(set) var restOffset = 0

    /// Takes a page apart; nil where its fields do not end. All mistakes are noted.
    ///
    /// - Parameter names: the fields that there may be; `title` must be there.
    init?(_ text: String, _ source: SourceText, file: String, names: [String], noting noted: Noted) {
        func note(_ offset: Int, _ wrong: String, expected: String, note: String? = nil) {
            noted.problems.append(
                Problem(wrong, expected: expected, note: note, file: file, source: source, offset: offset))
        }
        let lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
        guard let first = lines.first, Self.isRule(first) else {
            let hasMark = text.unicodeScalars.first == "\u{FEFF}"
            note(
                0, hasMark ? "the file begins with a byte order mark" : "no front matter",
                expected: hasMark ? "UTF-8 without one" : "a line --- and then title: …")
            return nil
        }
        var offset = first.count + 1
        for line in lines.dropFirst() {
            if Self.isRule(line) {
                restOffset = min(offset + line.count + 1, source.bytes.count)
                rest = String(decoding: source.bytes[restOffset...], as: UTF8.self)
                if fields["title"]?.text.isEmpty != false { note(0, "no title", expected: "title: …") }
                return
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                note(
                    offset, "not a field",
                    expected: "a name, a colon and a value, or the line --- at the end of the fields")
                return nil
            }
            let name = String(line[..<colon]) ?? ""
            if !names.contains(name) {
                note(
                    offset, "unknown field \(quoted(name))", expected: Self.words(names),
                    note: Problem.note(nearestTo: name, among: names))
            } else if fields[name] != nil {
                note(offset, "duplicate field \(quoted(name))", expected: "each field once")
            } else {
                let value = line[line.index(after: colon)...].drop { $0 == 0x20 }
                fields[name] = Value(
                    text: String(decoding: value.trimmingLineEnd(), as: UTF8.self),
                    offset: offset + line.count - value.count)
            }
            offset += line.count + 1
        }
        note(max(0, offset - 1 - (lines.last?.count ?? 0)), "the front matter does not end", expected: "a line ---")
        return nil
    }

    private static func isRule(_ line: Substring.UTF8View) -> Bool {
        line.trimmingLineEnd().elementsEqual("---".utf8)
    }

    /// `title, date or summary`.
    private static func words(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension Substring.UTF8View {
    /// Without spaces at the end, and without the carriage return that some editors write.
    fileprivate func trimmingLineEnd() -> Self {
        var line = self
        while let last = line.last, last == 0x20 || last == 0x0d { line = line.dropLast() }
        return line
    }
}
