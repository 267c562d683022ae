import Portal
import Source

extension SitePage {
    /// The page with the limits that it names in braces.
    public func filled(_ wording: (PageLimit) -> String) -> SitePage {
        func fill(_ text: String) -> String {
            var filled: [UInt8] = []
            let bytes = Array(text.utf8)
            var start = 0
            for placeholder in placeholders(in: bytes) {
                filled += bytes[start..<placeholder.range.lowerBound]
                if let limit = PageLimit(rawValue: placeholder.name) { filled += wording(limit).utf8 }
                start = placeholder.range.upperBound
            }
            return String(decoding: filled + bytes[start...], as: UTF8.self)
        }
        return SitePage(
            name: name, language: language, title: fill(title), summary: fill(summary), markdown: fill(markdown),
            file: file, source: source, textOffset: textOffset)
    }
}

/// The mistakes of a page's file that names in braces what is no limit.
func placeholderProblems(of source: SourceText, file: String) -> [Problem] {
    let names = PageLimit.allCases.map(\.rawValue)
    let expected = names.map { "{\($0)}" }.joined(separator: ", ")
    return placeholders(in: source.bytes).filter { !names.contains($0.name) }.map { placeholder in
        Problem(
            "unknown placeholder {\(placeholder.name)}", expected: "one of \(expected), or \\{ for a brace",
            note: nearest(to: placeholder.name, among: names).map { "did you mean {\($0)}?" }, file: file,
            source: source, offset: placeholder.range.lowerBound)
    }
}

/// Letters in braces, unless a backslash stands before them, as Markdown escapes a brace.
private func placeholders(in bytes: [UInt8]) -> [(name: String, range: Range<Int>)] {
    var found: [(name: String, range: Range<Int>)] = []
    var start = bytes.startIndex
    while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")) {
        start = open + 1
        let name = bytes[start...].prefix { (0x61...0x7a).contains($0 | 0x20) }
        let isEscaped = open > 0 && bytes[open - 1] == UInt8(ascii: "\\")
        guard !isEscaped, !name.isEmpty, bytes[name.endIndex...].first == UInt8(ascii: "}") else { continue }
        start = name.endIndex + 1
        found.append((String(decoding: name, as: UTF8.self), open..<start))
    }
    return found
}
