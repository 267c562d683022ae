import Glibc
import Sandbox
import Store

/// The front desk of a process that answers many requests: of the release that is live, whichever that is.
final class LastingDesk {
    private let home: Home
    private let surroundings: Surroundings
    private var sandbox: SandboxState
    private var frontDesk: Result<FrontDesk, any Error>
    /// The number of the last change before it was last seen that the process is up to date.
    private var upToDate: Int?

    /// Gives up for good what the process does not need, and opens the desk.
    ///
    /// - Parameter logPath: of the file for the log, if there is one.
    init(home: Home, logPath: String?) {
        self.home = home
        surroundings = Surroundings(home: home, logPath: logPath)
        // Which scanner there is, the release says, which is read inside the sandbox; without one, sockets are given up then.
        sandbox = Sandbox.enter(
            readable: home.releases, writable: home.data.path, connects: true, requests: .many)
        frontDesk = Self.open(home, &sandbox, surroundings.changes)
    }

    private static func open(
        _ home: Home, _ sandbox: inout SandboxState, _ changes: Changes
    ) -> Result<FrontDesk, any Error> {
        Result { try FrontDesk(home: home, sandbox: &sandbox, changes: changes) }
    }

    /// Takes up a release that is live since the last request. Answers whether this process can: where the release needs
    /// what was given up, or the home is another, only a new process can.
    func isUpToDate() -> Bool {
        let change = surroundings.changes.number()
        if change == upToDate { return true }
        guard surroundings.areUnchanged else { return false }
        if case .success(let open) = frontDesk, open.portal.folder == home.snapshot {
            upToDate = change
            return true
        }
        frontDesk = Self.open(home, &sandbox, surroundings.changes)
        guard case .success(let open) = frontDesk, open.settings.scanner.isNamed else { return true }
        return sandbox.connects
    }

    /// The front desk, for a request whose web server says that home, or none.
    func frontDesk(for said: String?) throws -> FrontDesk {
        if let said, !said.isEmpty, said != home.path { throw StartFault.otherHome(said: said, own: home.path) }
        return try frontDesk.get()
    }

    /// What of the sandbox is not in force; nil where nothing is missing.
    var missingOfSandbox: String? { sandbox.missing }

    /// A request is over.
    func endRequest() {
        if case .success(let open) = frontDesk { open.endRequest() }
    }

    /// Closes the desk's data, until a request needs them.
    func closeStore() {
        if case .success(let open) = frontDesk { open.closeStore() }
    }

    /// Whether the desk's data are open.
    var isStoreOpen: Bool {
        if case .success(let open) = frontDesk { open.isStoreOpen } else { false }
    }
}
