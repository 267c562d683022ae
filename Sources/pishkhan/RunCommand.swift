import Configuration
import Portal
import Source

/// Finds the command and runs it: results go to standard output, messages to standard error.
func runCommand(_ words: [String]) -> ExitCode {
    guard let name = words.first, !["--help", "-h", "help"].contains(name) else {
        Console.print(usage)
        return words.isEmpty ? .wrongUsage : .done
    }
    guard let command = commands.first(where: { $0.name == name }) else {
        let near = nearest(to: name, among: commands.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
        Console.complain(
            "unknown command '\(name)', expected one of \(commands.map(\.name).joined(separator: ", "))\(near)")
        return .wrongUsage
    }
    if words.contains("--help") || words.contains("-h") {
        Console.print(command.help)
        return .done
    }
    do {
        return try command.run(Arguments(Array(words.dropFirst()), of: command))
    } catch let fault as UsageFault {
        Console.complain("\(fault)\nSee 'pishkhan \(name) --help'.")
        return .wrongUsage
    } catch {
        complain(of: error)
        return .failed
    }
}

/// Says why a command did not do what it was to do; mistakes of a site with their places.
func complain(of fault: any Error) {
    if let fault = fault as? SiteFault {
        ProblemReport(fault.problems, isStrict: false).complain()
    } else {
        Console.complain("\(fault)")
    }
}

private var usage: String {
    let width = commands.map(\.name.count).max() ?? 0
    let lines = commands.map { command in
        "  \(command.name)\(String(repeating: " ", count: width - command.name.count))  \(command.summary)"
    }
    return """
        pishkhan: makes and keeps a portal through which citizens send signed letters

        \(lines.joined(separator: "\n"))

        'pishkhan COMMAND --help' tells more. The config is named by --config or PISHKHAN_CONFIG, and is
        site/portal.json5 in a checkout and \(Installed.config) when installed.
        """
}
