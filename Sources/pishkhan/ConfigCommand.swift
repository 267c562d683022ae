import Configuration

/// `pishkhan config`.
let configCommand = Command(
    name: "config", summary: "explains the keys of the config and of the units file",
    usage: [
        "config [--explain KEY]",
        "config --schema [portal|units]",
        "config --reference",
    ],
    about: """
        Without an option it lists all keys. Keys of the units file begin with units.
        """,
    options: [
        Option(
            "--explain", "KEY",
            """
            what a key is for, what it may hold, and what holds without it: limits.fileBytes, or only fileBytes
            """),
        Option("--schema", "prints a JSON Schema of portal.json5, or of the units file, for your editor"),
        Option("--reference", "prints the reference of all keys as a page in Markdown"),
    ]
) { arguments in
    if let word = arguments["--explain"] { return try explain(word) }
    if arguments.has("--schema") {
        let name = arguments.words.first ?? ExplainedFile.portal.rawValue
        guard let file = ExplainedFile(rawValue: name), arguments.words.count <= 1 else {
            throw UsageFault.expected("'portal' or 'units' after --schema")
        }
        Console.print(file.schema, end: "")
    } else if arguments.has("--reference") {
        Console.print(referencePage(), end: "")
    } else {
        guard arguments.words.isEmpty else { throw UsageFault.expected("--explain before '\(arguments.words[0])'") }
        listKeys()
    }
    return .done
}

private func explain(_ word: String) throws -> ExitCode {
    switch explainedKey(word) {
    case .success(let key):
        Console.print(key.explanation)
        return .done
    case .failure(.several(let paths)):
        throw UsageFault.expected("one of \(paths.map { "'\($0)'" }.joined(separator: ", ")), not '\(word)'")
    case .failure(.none(let near)):
        throw UsageFault.expected(
            "a key after --explain; there is no '\(word)'\(near.map { ", did you mean '\($0)'?" } ?? "")")
    }
}

private func listKeys() {
    let keys = ExplainedFile.allCases.flatMap(\.keys).filter { !$0.isLanguage }
    let width = keys.map(\.typed.count).max() ?? 0
    for key in keys {
        Console.print("\(key.typed)\(String(repeating: " ", count: width - key.typed.count))  \(key.summary)")
    }
}
