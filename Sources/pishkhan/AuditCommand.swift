import Desk
import Source
import Portal
import Store

/// `pishkhan audit`.
let auditCommand = Command(
    name: "audit", summary: "shows who did what and when",
    usage: [
        "audit [--letter N] [--person NAME] [--from DATE] [--to DATE] [--json] [--home DIR] [--config FILE]",
        "audit --head [--home DIR]",
    ],
    about: """
        Prints the lines of the audit, newest first: number, local time, who, what, letter and words.
        """,
    options: [
        Option("--letter", "N", "lines about one letter, by its receipt number"),
        Option("--person", "NAME", "what one account did"),
        Option("--from", "DATE", "from this day on; 1405/09/02 or 2026-11-23"),
        Option("--to", "DATE", "up to the end of this day"),
        Option(
            "--json",
            """
            one JSON object a line: {"at", "document", "id", "kind", "letter", "staff", "text"}
            """),
        Option(
            "--head",
            """
            prints the audit's end (its last line's number and seal) and nothing else: kept on another machine, \
            it shows 'pishkhan doctor --verify --audit-head FILE' whether lines were cut off
            """),
        .home,
        .config,
    ]
) { arguments in
    let home = try arguments.home()
    let store = try Store(opening: home.data)
    if arguments.has("--head") {
        Console.print(try store.auditHead().text)
        return .done
    }
    let offset = try PortalSnapshot(opening: home.snapshot).settings.utcOffset
    let search = try auditSearch(arguments, offset: offset)
    if let person = search.filter.person {
        let names = try store.staffNames()
        guard names.contains(person) else {
            let near = nearest(to: person, among: names).map { "; did you mean '\($0)'?" } ?? ""
            throw UsageFault.expected("the name of an account after --person; there is no '\(person)'\(near)")
        }
    }
    var last: Int?
    while true {
        let events = try store.audit(search.filter, before: last, limit: 1_000)
        for event in events {
            Console.print(arguments.has("--json") ? try jsonText(AuditLine(event)) : plainLine(event, offset: offset))
        }
        guard events.count == 1_000, let id = events.last?.id else { return .done }
        last = id
    }
}

private func auditSearch(_ arguments: Arguments, offset: Int) throws(UsageFault) -> AuditSearch {
    let options: [(AuditSearch.Field, String)] = [
        (.letter, "--letter"), (.person, "--person"), (.since, "--from"), (.until, "--to"),
    ]
    let typed = options.compactMap { field, option in arguments[option].map { (field, $0) } }
    let search = AuditSearch(typed: Dictionary(uniqueKeysWithValues: typed), offset: offset)
    if let problem = search.problems.first, let option = options.first(where: { $0.0 == problem.field })?.1 {
        throw .expected(
            problem.field == .letter
                ? "a receipt number after \(option)" : "a date such as 1405/09/02 or 2026-11-23 after \(option)")
    }
    return search
}
