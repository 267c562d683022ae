import Glibc
import Portal
import Starter

/// `pishkhan init`.
let initCommand = Command(
    name: "init", summary: "begins a new portal in a folder of its own",
    usage: [
        "init DIR [--yes] \(Question.all.map { "[\($0.option) \($0.value)]" }.joined(separator: " "))",
        "init DIR --example",
    ],
    about: """
        Writes a site that can be built at once: the config with a comment at each key, the theme, all texts, pages of text
        with the organisation's name, three units to begin with, and the digits as they are read aloud. DIR must not exist,
        or be empty; all is written, or nothing. On a terminal, it asks for what no option has answered: six questions at
        most, and an answer that cannot be is asked for again.
        """,
    options: Question.all.map { question in
        let current = question.current(NewPortal())
        return Option(question.option, question.value, "\(question.words) (default: \(current))")
    } + [
        Option("--yes", "asks nothing; the defaults hold for what no option answers"),
        Option("--example", "writes the whole example, a university with 60 units, and asks nothing"),
    ]
) { arguments in
    guard arguments.words.count == 1, let folder = arguments.words.first, !folder.isEmpty else {
        throw UsageFault.expected("'init DIR'")
    }
    // An installed portal has its config below /etc and its data where the system keeps data.
    let home = folder.hasPrefix("/etc/") ? Installed.home : NewPortal().home
    let files =
        if arguments.has("--example") {
            try exampleFiles(home: home)
        } else {
            try newPortal(arguments, home: home).files()
        }
    try makeFolder(folder, holding: files)
    let config = shellWord(folder.hasSuffix("/") ? "\(folder)portal.json5" : "\(folder)/portal.json5")
    Console.print(
        """
        \(folder): \(files.count) files; \(config) is the place to begin
        next: pishkhan serve --config \(config) (shows it in a browser while you edit)
              pishkhan build --config \(config) (makes the portal)
        """)
    return .done
}

private func newPortal(_ arguments: Arguments, home: String) throws -> NewPortal {
    var portal = NewPortal(begins: time(nil))
    portal.home = home
    var open: [Question] = []
    for question in Question.all {
        guard let answer = arguments[question.option] else {
            open.append(question)
            continue
        }
        do throws(AnswerFault) {
            try question.take(answer, &portal)
        } catch {
            throw UsageFault.expected("\(error.expected) after \(question.option)")
        }
    }
    open = open.filter { $0.isAsked(portal) }
    guard !arguments.has("--yes"), !open.isEmpty else { return portal }
    guard isatty(STDIN_FILENO) == 1 else {
        throw UsageFault.expected(
            "a terminal to ask on, --yes for the defaults, or \(open.map(\.option).joined(separator: ", "))")
    }
    return try Interview(about: portal, asking: open).answers()
}

/// A text as one word for a shell.
private func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
        (0x61...0x7a).contains($0 | 0x20) || (0x30...0x39).contains($0) || "/._-".utf8.contains($0)
    }
    return isPlain
        ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
