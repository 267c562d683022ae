import Glibc
import Secrets

// Files that this program makes are for their owner unless it says otherwise.
guard Sodium.start() else { exit(1) }
exit(runCommand(Array(CommandLine.arguments.dropFirst())).rawValue)
