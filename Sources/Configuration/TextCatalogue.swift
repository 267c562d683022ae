import JSON5
import Portal

/// Reads the text catalogue of a language: every key once, with its own placeholders.
func readTexts(_ path: String, language: Language) throws(SiteFault) -> StringTable {
    let located = try readJSON5(CollectedDictionary<String>.self, path)
    let (texts, document) = (located.value.values, located.document)
    var problems: [Problem] = []
    let names = Text.allCases.map(\.name)
    let known = Set(names)
    for name in texts.keys.sorted() where !known.contains(name) {
        let near = nearest(to: name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
        problems.append(
            document.problem(atKey: [.key(name)], "unknown text \"\(name)\", expected a key of the catalogue\(near)"))
    }
    var strings: [String] = []
    for key in Text.allCases {
        let text = texts[key.name] ?? ""
        strings.append(text)
        guard !text.isEmpty else {
            let place: [PathStep] = texts[key.name] == nil ? [] : [.key(key.name)]
            problems.append(
                document.problem(
                    at: place, "the text \"\(key.name)\" is missing, expected its words in \(language.rawValue)"))
            continue
        }
        problems += placeholderProblems(of: text, key, in: document)
    }
    guard problems.isEmpty else { throw .problems(problems.sorted { $0.position < $1.position }) }
    return StringTable(strings)
}

private func placeholderProblems(of text: String, _ key: Text, in document: Document) -> [Problem] {
    let found = Texts.pieces(of: text).compactMap { piece -> String? in
        if case .placeholder(let name) = piece { name } else { nil }
    }
    let expected =
        key.placeholders.isEmpty
        ? "none" : key.placeholders.sorted().map { "{\($0)}" }.joined(separator: ", ")
    let unknown = found.filter { !key.placeholders.contains($0) }.map { name in
        let near = nearest(to: name, among: key.placeholders).map { "; did you mean {\($0)}?" } ?? ""
        return document.problem(at: [.key(key.name)], "unknown placeholder {\(name)}, expected \(expected)\(near)")
    }
    let missing = key.placeholders.subtracting(found).sorted().map { name in
        document.problem(at: [.key(key.name)], "the placeholder {\(name)} is missing, expected \(expected)")
    }
    return unknown + missing
}
