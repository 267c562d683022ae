import Desk
import Glibc
import Secrets
import Store

/// `pishkhan staff disable` and `enable`.
func setStaff(named name: String, isDisabled: Bool, _ arguments: Arguments) throws -> ExitCode {
    let store = try Store(opening: arguments.home().data)
    guard try store.setStaff(name, isDisabled: isDisabled, console: consoleUser(), now: time(nil)) else {
        return unknownAccount(name)
    }
    Console.print("account \(name) \(isDisabled ? "disabled" : "enabled")")
    return .done
}

/// `pishkhan staff reset`.
func resetStaff(named name: String, _ arguments: Arguments) throws -> ExitCode {
    let first = try FirstPassword(arguments)
    let store = try Store(opening: arguments.home().data)
    let isReset = try store.resetStaff(
        name, passwordHash: first.hash, keepsAuthenticator: arguments.has("--keep-authenticator"),
        console: consoleUser(), now: time(nil))
    guard isReset else {
        return unknownAccount(name)
    }
    Console.print("account \(name) reset")
    Console.print("password \(first.password)")
    return .done
}

private func unknownAccount(_ name: String) -> ExitCode {
    Console.complain("there is no account '\(name)'; 'pishkhan staff list' shows all")
    return .failed
}

/// A password that its owner changes at the first login: made here, or taken from standard input.
struct FirstPassword {
    let password: String
    let hash: String

    init(_ arguments: Arguments) throws {
        password = arguments.has("--password-stdin") ? try Self.fromInput() : Password.generate()
        guard let hash = Password.hash(password) else {
            throw UsageFault.expected("46 MiB of free memory for the password's hash")
        }
        self.hash = hash
    }

    private static func fromInput() throws -> String {
        let password = readLine() ?? ""
        guard password.count >= StaffMember.passwordLimit, password.utf8.count <= Password.maximumBytes else {
            throw UsageFault.expected(
                "a password of \(StaffMember.passwordLimit) characters at least on standard input")
        }
        return password
    }
}

/// Who runs the command, for the audit: the user who became root by sudo, or this process's own.
func consoleUser() -> String {
    if let user = getenv("SUDO_USER").map({ String(cString: $0) }), !user.isEmpty { return user }
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return String(getuid()) }
    return String(cString: name)
}
