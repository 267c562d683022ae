import Glibc

/// One command of the command line.
struct Command: Sendable {
    /// What is typed after `pishkhan`.
    let name: String
    /// One line for the list of commands.
    let summary: String
    /// How it is called, and its options.
    let help: String
    /// The options that take a value, and those that take none.
    let valued: [String]
    let flags: [String]
    /// Carries it out.
    let run: @Sendable (Arguments) throws -> ExitCode
}

/// How a command ended.
enum ExitCode: Int32 {
    case done = 0
    case failed = 1
    case wrongUsage = 2
}

/// All commands, in the order of the list that `pishkhan --help` prints.
let commands: [Command] = [
    buildCommand, checkCommand, configCommand, unitsCommand, releasesCommand, rollbackCommand, staffCommand,
    applicantsCommand, workCommand,
    doctorCommand, auditCommand, backupCommand, restoreCommand, inspectCommand,
]
