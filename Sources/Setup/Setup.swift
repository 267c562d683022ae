import Glibc
import Portal
import WebServers

/// Sets up a portal on this machine: what the README's chapter on deployment does by hand. A second time it does only what is
/// missing, so the package runs it at each upgrade.
public struct Setup {
    let wishes: SetupWishes
    let changes: Changes
    let gateway: SetupWishes.Gateway
    let server: ServerPackage?

    /// Looks at the machine.
    ///
    /// - Parameters:
    ///   - isDryRun: whether each step is only told.
    ///   - tell: takes a line for each step.
    public init(_ wishes: SetupWishes, isDryRun: Bool, telling tell: @escaping (String) -> Void) throws(SetupFault) {
        guard isDryRun || geteuid() == 0 else { throw .notRoot }
        // Releases and configurations are for everybody to read, whatever this shell says.
        umask(0o022)
        self.wishes = wishes
        changes = Changes(isDry: isDryRun, telling: tell)
        gateway = wishes.gateway ?? (Changes.exists(Self.workerDropIn) ? .cgi : .fastCGI)
        server = wishes.server.map { ServerPackage($0) } ?? .usual
    }

    /// Carries out the steps.
    public func carryOut() throws(SetupFault) {
        if wishes.part != .server {
            try placePrograms()
            try makeUser()
            try placeUnits()
            try beginSite()
            try makeRelease()
            try runServices()
        }
        if wishes.part != .services {
            try configureServer()
        }
        if wishes.part != .server { sayWhatIsNext() }
    }

    /// The user that owns the data and works with them.
    var owner: String { gateway == .fastCGI ? Installed.user : server?.user ?? "www-data" }

    /// Whether systemd runs here, so that something can be started.
    var hasSystemd: Bool { Changes.exists("/run/systemd/system") }

    /// Whether the package has brought programs and units.
    var isPackaged: Bool { Changes.exists("/usr/lib/systemd/system/pishkhan.socket") }

    private func sayWhatIsNext() {
        changes.note(
            """
            the portal is in \(Installed.config); accounts of the staff: sudo pishkhan staff add NAME --role reviewer; \
            whether all is well: sudo pishkhan doctor
            """)
    }
}
