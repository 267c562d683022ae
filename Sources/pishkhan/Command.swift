import Portal

/// One command of the command line. What it says of itself is the only place that says it: the reading of its words, its
/// help, the manual page and the completions of shells come from it.
struct Command: Sendable {
    /// What is typed after `pishkhan`.
    let name: String
    /// One line for the list of commands.
    let summary: String
    /// How it is called: what follows `pishkhan`, a line for each way.
    let usage: [String]
    /// What it does, in paragraphs.
    let about: String
    /// Its options, in the order in which they are explained.
    let options: [Option]
    /// Carries it out.
    let run: @Sendable (Arguments) throws -> ExitCode

    /// The words that can follow the name, such as `add` and `list`.
    var subcommands: [String] {
        var words: [String] = []
        for line in usage {
            // `add NAME` has one word, `bash|zsh|fish` three.
            guard let first = line.split(separator: " ").dropFirst().first,
                first.utf8.allSatisfy({ (0x61...0x7a).contains($0) || $0 == UInt8(ascii: "|") })
            else { continue }
            for word in first.split(separator: "|").map(String.init) where !words.contains(word) { words.append(word) }
        }
        return words
    }
}

/// An option of a command.
struct Option: Sendable {
    /// With its hyphens: `--config`.
    let name: String
    /// What stands for its value in the help, such as `FILE`; nil for an option without one.
    let value: String?
    /// What it does.
    let about: String

    /// An option with a value.
    init(_ name: String, _ value: String, _ about: String) {
        self.name = name
        self.value = value
        self.about = about
    }

    /// An option without a value.
    init(_ name: String, _ about: String) {
        self.name = name
        value = nil
        self.about = about
    }

    /// The name, and what stands for the value.
    var form: String { value.map { "\(name) \($0)" } ?? name }

    static let config = Option(
        "--config", "FILE", "the config (default: PISHKHAN_CONFIG, site/portal.json5 or \(Installed.config))")
    static let address = Option("--address", "URL", "the portal's address, in place of the config's")
    static let home = Option(
        "--home", "DIR", "where releases and data lie (default: PISHKHAN_HOME, or the config's 'home')")
    static let fcgiwrap = Option(
        "--fcgiwrap", "SOCKET", "fcgiwrap's Unix socket (default: \(Installed.wrapperSocket))")
    static let fastCGI = Option(
        "--fastcgi", "SOCKET", "the Unix socket behind which pishkhan-cgi speaks FastCGI; no CGI then")
    static let program = Option(
        "--program", "FILE", "the CGI program (default: \(Installed.program))")
}

/// How a command ended.
enum ExitCode: Int32 {
    case done = 0
    case failed = 1
    case wrongUsage = 2
}

/// All commands, in the order of the list that `pishkhan --help` prints.
let commands: [Command] = [
    setupCommand, initCommand, serveCommand, buildCommand, checkCommand, configCommand, unitsCommand, themeCommand,
    releasesCommand, rollbackCommand, serverConfigCommand, staffCommand, applicantsCommand, lettersCommand, workCommand,
    smsCommand, doctorCommand, auditCommand, backupCommand, restoreCommand, keyCommand, inspectCommand,
    completionsCommand, manualCommand,
]
