/// `pishkhan manual`.
let manualCommand = Command(
    name: "manual", summary: "prints the manual page",
    usage: ["manual"],
    about: """
        Prints the manual page of all commands for man(1). For all users:
        pishkhan manual >/usr/share/man/man1/pishkhan.1
        """,
    options: []
) { arguments in
    guard arguments.words.isEmpty else { throw UsageFault.expected("no words, but '\(arguments.words[0])' was given") }
    Console.print(manualPage, end: "")
    return .done
}

private var manualPage: String {
    let sections = commands.map { command in
        let usage = command.usage.map { ".B \(roff("pishkhan \($0)"))" }.joined(separator: "\n.br\n")
        let options = command.options.map { ".TP\n.B \(roff($0.form))\n\(roff($0.about))" }
        return ".SS \(command.name)\n\(usage)\n.PP\n\(paragraphs(command.about))\n\(options.joined(separator: "\n"))"
    }
    return """
        .\\" Made by 'pishkhan manual'.
        .TH PISHKHAN 1
        .SH NAME
        pishkhan \\- makes and keeps a portal through which citizens send signed letters
        .SH SYNOPSIS
        .B pishkhan
        .I COMMAND
        .RI [ OPTION \\.\\.\\.]
        .SH COMMANDS
        \(sections.joined(separator: "\n"))
        .SH EXIT STATUS
        0 done, 1 failed, 2 wrong usage. Results are on standard output, messages on standard error.
        .SH ENVIRONMENT
        .TP
        .B PISHKHAN_CONFIG
        the config, where \\-\\-config does not name one
        .TP
        .B PISHKHAN_HOME
        where releases and data lie, where \\-\\-home does not say so

        """
}

/// Paragraphs, and lines that are set in as they are.
private func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        if line.isEmpty { return ".PP" }
        let isProgram = line.hasPrefix("  ") || line.hasPrefix("pishkhan ")
        return isProgram ? ".br\n\(roff(String(line)))\n.br" : roff(String(line))
    }.joined(separator: "\n")
}

/// A line as roff's input: hyphens stay hyphens, letters beyond ASCII are named, and nothing is a request.
private func roff(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": escaped += "\\e"
        case "-": escaped += "\\-"
        case "'": escaped += "\\(aq"
        case _ where !scalar.isASCII:
            // Four digits at least (groff_char(7)).
            let digits = String(scalar.value, radix: 16, uppercase: true)
            escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
}
