/// The reference of all keys as a page in Markdown.
public func referencePage() -> String {
    """
    # Reference of the config

    <!-- Made by `pishkhan config --reference`; the keys are described in Sources/Configuration. -->

    Files are JSON5: JSON with comments, with a comma after the last entry, and without quotes around keys. A key in bold
    must be there; any other can be left out. `pishkhan config --explain KEY` says the same in a terminal.

    ## portal.json5

    \(table(ExplainedFile.portal.keys))

    ## The units file

    As JSON5: a list of units, in the order in which they are shown. As a table (CSV, as spreadsheets export it): the first
    row names the keys, `title.fa` and `title.en` for the text in each language; each further row is a unit, and an empty
    cell is as good as no key.

    \(table(ExplainedFile.units.keys))

    """
}

private func table(_ keys: [ExplainedKey]) -> String {
    let rows = keys.filter { !$0.isLanguage }.map { key in
        let name = key.facts.isRequired ? "**`\(key.path)`**" : "`\(key.path)`"
        let holds = key.facts.value.keys.isEmpty ? key.facts.value.holds : key.facts.value.brief
        let cells = [name, key.facts.about, holds, key.facts.defaultCell]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return "| key | what it is for | may hold | default |\n|---|---|---|---|\n" + rows.joined(separator: "\n")
}

extension ValueFacts {
    /// What it may hold, with what each word means.
    fileprivate var holds: String {
        switch self {
        case .choice(let choices): choices.map { "`\"\($0.word)\"`: \($0.about)" }.joined(separator: "; ")
        case .nullable(let value): value.holds
        default: words
        }
    }

    /// What it may hold, where its keys have rows of their own.
    fileprivate var brief: String {
        switch self {
        case .localized: words
        case .list(let element, _): element.keys.isEmpty ? words : "a list, each " + element.brief
        default: "an object { … }"
        }
    }
}

extension KeyFacts {
    fileprivate var defaultCell: String {
        guard let fallback else { return "" }
        return "`\(fallback)`" + (fallbackInWords.map { " (\($0))" } ?? "")
    }
}
