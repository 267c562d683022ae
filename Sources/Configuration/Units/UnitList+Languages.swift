import Portal
import Source

/// What is said in one language and not in another.
extension UnitList {
    /// A title that is missing in one language is the one in the first language that has one.
    mutating func checkTitle(at index: Int, in languages: [Language]) {
        let entry = entries[index]
        guard languages.contains(where: { entry.unit.title[$0].isEmpty }) else { return }
        let described = entry.place.inside("title").described
        let there = languages.first { !entry.unit.title[$0].isEmpty }
        for language in languages where entry.unit.title[language].isEmpty {
            let lacks = "\(described) lacks its text in \(language.rawValue)"
            let expected = "\(language.rawValue): \"…\""
            guard let there else {
                note(entry.place, "title", lacks, expected: expected)
                continue
            }
            note(
                entry.place, "title", "\(lacks), so the one in \(there.rawValue) is shown", expected: expected,
                weight: .warning)
            change(at: index) { $0.title[language] = entry.unit.title[there] }
        }
    }

    /// What must be attached must be so in every language, and is named in the first one that has names.
    mutating func checkAttachments(at index: Int, in languages: [Language]) {
        let entry = entries[index]
        let names = entry.unit.requiredAttachments
        guard let there = languages.first(where: { !names[$0].isEmpty }) else { return }
        let described = entry.place.inside("requiredAttachments").described
        for language in languages where names[language].count != names[there].count {
            let isMissing = names[language].isEmpty
            let count =
                "\(names[language].count) in \(language.rawValue) and \(names[there].count) in \(there.rawValue)"
            note(
                entry.place, "requiredAttachments",
                isMissing
                    ? "\(described) lacks its list in \(language.rawValue), so the one in \(there.rawValue) is shown"
                    : "\(described) has \(count)",
                expected: isMissing ? "\(language.rawValue): [\"…\"]" : "as many in each language", weight: .warning)
            if isMissing { change(at: index) { $0.requiredAttachments[language] = names[there] } }
        }
    }
}
