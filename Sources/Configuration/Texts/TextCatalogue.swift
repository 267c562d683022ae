import Portal
import Source

/// Reads the text catalogue of a language: every key once, with its own placeholders. All mistakes are noted.
func readTexts(_ path: String, language: Language, noting noted: Noted) -> StringTable {
    guard let document = document(path, noting: noted) else { return StringTable([]) }
    noted.problems += document.problems
    let root = Place(document: document, noted: noted)
    guard document.root.kind == .object else {
        root.refuse(document.root, expected: "an object { … } with a text for each key")
        return StringTable([])
    }
    let misspelt = noteUnknownTexts(in: document, noted)
    return StringTable(
        Text.allCases.map { key in
            guard let node = document.root.member(key.name)?.node else {
                guard !misspelt.contains(key.name) else { return "" }
                root.note(
                    document.root, "the text \"\(key.name)\" is missing", expected: "its words in \(language.rawValue)")
                return ""
            }
            let place = root.inside(.key(key.name))
            guard let text = node.string, !text.isEmpty else {
                place.refuse(node, expected: "its words in \(language.rawValue)")
                return ""
            }
            notePlaceholders(of: text, key, node, place)
            return text
        })
}

/// Notes the texts that no page shows: as mistakes where a missing text is near, else as warnings. Answers with the
/// missing texts that they stand for.
private func noteUnknownTexts(in document: Document, _ noted: Noted) -> Set<String> {
    let names = Text.allCases.map(\.name)
    let known = Set(names)
    let missing = names.filter { document.root.member($0) == nil }
    var misspelt: Set<String> = []
    for member in document.root.members where !known.contains(member.key) {
        if let meant = nearest(to: member.key, among: missing) {
            misspelt.insert(meant)
            noted.problems.append(
                document.problem(
                    at: member.keyOffset, "unknown text \(quoted(member.key))", expected: "a key of the catalogue",
                    note: "did you mean \(quoted(meant))?"))
        } else {
            noted.problems.append(
                document.problem(
                    at: member.keyOffset, "the text \(quoted(member.key)) is used nowhere",
                    expected: "only keys of the catalogue", weight: .warning))
        }
    }
    return misspelt
}

private func notePlaceholders(of text: String, _ key: Text, _ node: Node, _ place: Place) {
    let found = Texts.pieces(of: text).compactMap { piece -> String? in
        if case .placeholder(let name) = piece { name } else { nil }
    }
    let expected =
        key.placeholders.isEmpty
        ? "none" : key.placeholders.sorted().map { "{\($0)}" }.joined(separator: ", ")
    for name in found where !key.placeholders.contains(name) {
        let near = nearest(to: name, among: key.placeholders.sorted()).map { "did you mean {\($0)}?" }
        place.note(
            node, "\(place.described): unknown placeholder {\(name)}", expected: expected, note: near)
    }
    for name in key.placeholders.subtracting(found).sorted() {
        place.note(
            node, "\(place.described): the placeholder {\(name)} is missing", expected: expected)
    }
}
