import Configuration
import Portal
import Source

/// `pishkhan units`.
let unitsCommand = Command(
    name: "units", summary: "exports the units to a spreadsheet, compares them, and takes them back",
    usage: [
        "units export [--format json5|csv|excel] [--config FILE]",
        "units diff FILE [--config FILE]",
        "units import FILE [--force] [--config FILE]",
    ],
    about: """
        FILE is a file of units as JSON5 or CSV, or a folder of such files. CSV is what spreadsheets export: UTF-8 with or
        without a byte order mark, with commas, semicolons or tabs; the first row names the keys, such as title.fa.
        export prints the portal's units. diff shows what would change if FILE took their place: + is new, - is gone, ~ is
        changed. import checks FILE, shows the same, and writes it in place of the portal's units file, as JSON5 or CSV by
        the ending of that file's name; a comment in there is lost. Build afterwards.
        """,
    options: [
        Option(
            "--format", "FORMAT",
            """
            json5 (default), csv, or excel: CSV with a byte order mark, so that Excel shows Persian rightly
            """),
        Option("--force", "takes FILE even if units of the portal are not in it"),
        .config,
    ]
) { arguments in
    switch (arguments.words.first, arguments.words.count) {
    case ("export", 1): return try exportUnits(arguments)
    case ("diff", 2): return try diffUnits(with: arguments.words[1], arguments)
    case ("import", 2): return try importUnits(from: arguments.words[1], arguments)
    default: throw UsageFault.expected("'units export', 'units diff FILE' or 'units import FILE'")
    }
}

private func exportUnits(_ arguments: Arguments) throws -> ExitCode {
    guard let format = UnitFormat(rawValue: arguments["--format"] ?? "json5") else {
        throw UsageFault.expected("'json5', 'csv' or 'excel' after --format")
    }
    Console.print(unitsText(try SiteUnits(config: arguments.config).units, as: format), end: "")
    return .done
}

private func diffUnits(with file: String, _ arguments: Arguments) throws -> ExitCode {
    let own = try SiteUnits(config: arguments.config)
    show(try differences(of: own, with: file).found)
    return .done
}

private func importUnits(from file: String, _ arguments: Arguments) throws -> ExitCode {
    let own = try SiteUnits(config: arguments.config)
    guard !own.isFolder else {
        Console.complain("\(own.path) is a folder of files; put \(file) into it yourself")
        return .failed
    }
    let (units, found) = try differences(of: own, with: file)
    show(found)
    let gone = found.count { if case .removed = $0 { true } else { false } }
    guard gone == 0 || arguments.has("--force") else {
        Console.complain(
            "\(gone) of the portal's units would be gone, and letters may have been sent to them; keep the unit, "
                + "with replacedBy where another takes over, or open: false; --force takes \(file) all the same")
        return .failed
    }
    guard !found.isEmpty else { return .done }
    try own.write(units)
    Console.print("\(own.path): \(units.count) units; now run: pishkhan build")
    return .done
}

private func differences(
    of own: SiteUnits, with file: String
) throws -> (units: [PortalUnit], found: [UnitDifference]) {
    let (units, warnings) = try own.read(file)
    ProblemReport(warnings, isStrict: false).complain()
    let found = UnitDifference.between(own.units, units, language: own.languages.first ?? .persian)
    return (units, found)
}

private func show(_ differences: [UnitDifference]) {
    for difference in differences { Console.print(difference.line) }
    if differences.isEmpty { Console.print("no differences") }
}
