import Configuration
import Generator
import Source

/// `pishkhan check`.
let checkCommand = Command(
    name: "check", summary: "reads everything that build reads, and writes nothing",
    usage: [
        "check [--strict] [--json] [--config FILE]"
    ],
    about: """
        Reports every mistake in config, units, texts, pages and theme as file:line:column, with the line and a caret
        under the place. Warnings are a unit without a title in a language, a text that is used nowhere, a link or an
        anchor that leads nowhere, an image without words, a page that no link leads to, and colours of the theme that
        differ too little to be read (WCAG 2.2 AA). Where the desk's data can be read, a unit that is gone and has open
        letters or clerks is a mistake. Exit code 0 only where there is no mistake.
        """,
    options: [
        Option("--strict", "a warning counts as a mistake"),
        Option(
            "--json",
            """
            prints {"errors", "warnings", "problems": [{"file", "line", "column", "severity", "problem", \
            "expected", "note"}]} on standard output, for editors and CI
            """),
        .config,
    ]
) { arguments in
    let home = arguments.homeFromEnvironment
    let report = ProblemReport(problems(in: arguments.config, home: home), isStrict: arguments.has("--strict"))
    if arguments.has("--json") {
        Console.print(try report.json())
    } else {
        report.complain()
        if report.isRight { Console.print("\(arguments.config): \(report.summary)") }
    }
    return report.isRight ? .done : .failed
}

private func problems(in config: String, home: String?) -> [Problem] {
    do throws(SiteFault) {
        let site = try readSite(config: config)
        return SiteFault(try ReleaseContent(site).warnings + knownOrphans(of: site, home: home ?? site.home)).problems
    } catch {
        return error.problems
    }
}
