import Folders
import Glibc

extension Setup {
    private static let socket = "pishkhan.socket"
    private static let process = "pishkhan@.service"
    private static let worker = "pishkhan-work.service"

    /// Has systemd run what the portal needs from now on, and begins anew what runs already: no request is cut off by that,
    /// and those that come meanwhile wait in the socket.
    func runServices() throws(SetupFault) {
        if hasSystemd { try changes.run(["systemctl", "daemon-reload"]) }
        // What the administrator has disabled stays so.
        let isFirst = enabledProcesses.isEmpty && !isEnabled(Self.worker)
        if gateway == .fastCGI {
            if enabledProcesses.isEmpty { try enable([Self.socket] + usualProcesses) }
            try start([Self.socket], anew: false)
            try start(enabledProcesses.isEmpty ? usualProcesses : enabledProcesses, anew: true)
        } else {
            try stop([Self.socket] + enabledProcesses)
            try disable([Self.socket, Self.process])
        }
        if isFirst { try enable([Self.worker]) }
        if isFirst || isEnabled(Self.worker) { try start([Self.worker], anew: true) }
        if !hasSystemd {
            changes.note("systemd does not run here, so nothing was started; it will be when the machine starts")
        }
    }

    /// Ends all that works with the data, when the requests under way are answered.
    func stopServices() throws(SetupFault) { try stop([Self.socket, Self.worker] + enabledProcesses) }

    /// Ends all, also for the next start of the machine.
    func endServices() throws(SetupFault) {
        try stopServices()
        try disable([Self.socket, Self.process, Self.worker])
    }

    /// Begins the socket anew, for another web server; the processes behind it follow.
    func renewSocket() throws(SetupFault) {
        guard hasSystemd else { return }
        try changes.run(["systemctl", "daemon-reload"])
        try stop(enabledProcesses + [Self.socket])
        try start([Self.socket], anew: false)
        try start(enabledProcesses, anew: false)
    }

    /// The processes that start with the machine.
    private var enabledProcesses: [String] {
        (Folder.names(in: Self.units + "/multi-user.target.wants") ?? []).filter {
            $0.hasPrefix("pishkhan@") && $0.hasSuffix(".service")
        }
    }

    /// Two for each processor, since one answers one request at a time.
    private var usualProcesses: [String] {
        (1...2 * max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))).map { "pishkhan@\($0).service" }
    }

    private func isEnabled(_ unit: String) -> Bool {
        Changes.exists("\(Self.units)/multi-user.target.wants/\(unit)")
    }

    private func enable(_ units: [String]) throws(SetupFault) { try changes.run(["systemctl", "enable"] + units) }

    private func disable(_ units: [String]) throws(SetupFault) {
        let known = units.filter { isKnown($0) }
        if !known.isEmpty { try changes.run(["systemctl", "disable"] + known) }
    }

    private func stop(_ units: [String]) throws(SetupFault) {
        let known = units.filter { isKnown($0) }
        if hasSystemd, !known.isEmpty { try changes.run(invocation + ["stop"] + known) }
    }

    private func start(_ units: [String], anew: Bool) throws(SetupFault) {
        if hasSystemd, !units.isEmpty { try changes.run(invocation + [anew ? "restart" : "start"] + units) }
    }

    /// Whether there is a unit file, of the package or of setup.
    private func isKnown(_ unit: String) -> Bool {
        let file = unit.hasPrefix("pishkhan@") ? Self.process : unit
        return [Self.units, "/usr/lib/systemd/system"].contains { Changes.exists("\($0)/\(file)") }
    }

    /// Debian's way to ask whether services may be started here at all.
    private var invocation: [String] {
        let asking = "deb-systemd-invoke"
        return [isPackaged && Changes.exists("/usr/bin/\(asking)") ? asking : "systemctl"]
    }
}
