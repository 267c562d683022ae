import CSV
import Desk
import Persian
import Portal
import Source
import Store

/// `pishkhan letters`.
let lettersCommand = Command(
    name: "letters", summary: "lists letters, shows one, copies one out with its documents",
    usage: [
        "letters list [--state STATE] [--unit ID] [--csv|--json] [--home DIR] [--config FILE]",
        "letters show LETTER [--json] [--home DIR] [--config FILE]",
        "letters export LETTER --to DIR [--home DIR] [--config FILE]",
    ],
    about: """
        For what the pages do not do: a list for a spreadsheet, a letter that a court or an archive asks for. LETTER is a
        receipt number, a letter number or a tracking code.

        'list' prints a line a letter, newest first: receipt number, local time, state, letter number, unit, sender, subject.
        'show' adds the documents and the history. 'export' makes the folder DIR, which must not exist, with letter.json
        (what 'show --json' prints) and the documents, each compared with what was received; a letter in quarantine stays
        there.

        None of it is an event of the audit: who may run it can read the files as well.
        """,
    options: [
        Option("--state", "STATE", "only letters in this state: underReview, accepted or rejected"),
        Option("--unit", "ID", "only letters to this unit"),
        Option("--to", "DIR", "the folder that 'export' makes; only its owner can enter it"),
        Option(
            "--csv",
            "a table with all particulars, its times in UTC: CSV with a byte order mark, so that Excel shows Persian rightly"
        ),
        Option("--json", "one JSON object a line, its times in UTC"),
        .home,
        .config,
    ]
) { arguments in
    switch arguments.words.first {
    case "list" where arguments.words.count == 1: try list(arguments)
    case "show" where arguments.words.count == 2: return try show(arguments)
    case "export" where arguments.words.count == 2: return try export(arguments)
    default: throw UsageFault.expected("'letters list', 'letters show LETTER' or 'letters export LETTER --to DIR'")
    }
    return .done
}

private func list(_ arguments: Arguments) throws {
    guard !arguments.has("--csv") || !arguments.has("--json") else { throw UsageFault.expected("--csv or --json") }
    let home = try arguments.home()
    let portal = try PortalSnapshot(opening: home.snapshot)
    let state = try arguments["--state"].map { typed in
        guard let state = ReviewState.Name(rawValue: typed) else {
            throw UsageFault.expected("underReview, accepted or rejected after --state")
        }
        return state
    }
    let store = try Store(opening: home.data)
    var last: Int?
    while true {
        let letters = try store.letters(inState: state, ofUnit: arguments["--unit"], before: last, limit: 1_000)
        if last == nil {
            if letters.isEmpty { try requireUnit(arguments["--unit"], of: portal) }
            if arguments.has("--csv") {
                Console.print("\u{FEFF}" + csvText([LetterRecord.columns.map(\.name)]), end: "")
            }
        }
        for letter in letters {
            if arguments.has("--csv") {
                Console.print(csvText([LetterRecord(letter).cells]), end: "")
            } else if arguments.has("--json") {
                Console.print(try jsonText(LetterRecord(letter)))
            } else {
                Console.print(line(letter, offset: portal.settings.utcOffset))
            }
        }
        guard letters.count == 1_000, let id = letters.last?.id else { return }
        last = id
    }
}

/// A unit that has no letters may have been mistyped; one that is gone may still have some.
private func requireUnit(_ id: String?, of portal: PortalSnapshot) throws {
    guard let id, try portal.unit(id) == nil else { return }
    let near = nearest(to: id, among: try portal.units().map(\.id)).map { "; did you mean '\($0)'?" } ?? ""
    throw UsageFault.expected("the id of a unit after --unit; there is no '\(id)'\(near)")
}

private func show(_ arguments: Arguments) throws -> ExitCode {
    let home = try arguments.home()
    let store = try Store(opening: home.data)
    guard let letter = try named(arguments.words[1], in: store) else { return .failed }
    let record = try whole(letter, in: store)
    if arguments.has("--json") {
        Console.print(try jsonText(record))
        return .done
    }
    let offset = try PortalSnapshot(opening: home.snapshot).settings.utcOffset
    Console.print(line(letter, offset: offset))
    Console.print("  mobile number: \(record.mobile)")
    if let code = record.trackingCode { Console.print("  tracking code: \(code)") }
    if let reason = record.reason { Console.print("  reason: \(unified(reason))") }
    for document in record.documents ?? [] {
        Console.print(
            "  document \(document.number): \(document.role), \(document.bytes) bytes, \(unified(document.name))")
    }
    for event in try store.events(of: letter) { Console.print("  " + plainLine(event, offset: offset)) }
    return .done
}

private func export(_ arguments: Arguments) throws -> ExitCode {
    guard let folder = arguments["--to"] else { throw UsageFault.expected("a folder after --to") }
    let store = try Store(opening: try arguments.home().data)
    guard let letter = try named(arguments.words[1], in: store) else { return .failed }
    guard try !store.isInQuarantine(letter) else {
        Console.complain(
            "letter \(letter.id) is in quarantine: no virus scanner has looked at it yet; 'pishkhan work' asks the scanner"
        )
        return .failed
    }
    let record = try whole(letter, in: store)
    try export(letter, record, from: store, to: folder)
    Console.print("letter \(letter.id) with \(record.documents?.count ?? 0) documents, in \(folder)")
    return .done
}

private func named(_ name: String, in store: Store) throws -> Letter? {
    if let letter = try store.letter(named: asciiDigits(name)) { return letter }
    Console.complain("there is no letter with the receipt number, letter number or tracking code '\(unified(name))'")
    return nil
}

private func whole(_ letter: Letter, in store: Store) throws -> LetterRecord {
    var record = LetterRecord(letter)
    record.documents = try store.documents(of: letter).map(LetterRecord.Document.init)
    record.events = try store.events(of: letter).map(AuditLine.init)
    return record
}

/// One line for people: nothing in it can look like a line of its own.
private func line(_ letter: Letter, offset: Int) -> String {
    let number = if case .accepted(let acceptance) = letter.state { acceptance.letterNumber } else { "–" }
    return "\(letter.id)  \(localText(letter.registered, offset: offset))  \(letter.state.name.rawValue)  \(number)  "
        + "\(letter.unit)  \(unified(letter.sender))  \(unified(letter.subject))"
}
