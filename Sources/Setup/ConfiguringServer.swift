import Folders
import Portal
import WebServers

extension Setup {
    /// Writes the portal's configuration for the web server, tests it, and has the server load it. Where the test fails, all
    /// is as before.
    func configureServer() throws(SetupFault) {
        guard let package = server else {
            changes.note(
                "there is no web server here; install one (sudo apt-get install apache2, or nginx), and run: sudo pishkhan setup"
            )
            return
        }
        guard package.isInstalled else {
            throw .missing(package.program, remedy: "install \(package.server.rawValue) and run 'pishkhan setup' again")
        }
        try leaveOtherServers()
        let file = package.server.file
        let before = WholeFile.bytes(of: file)
        if let before, !SealedFile.isSealed(before) {
            guard package.hasOwnFile else { throw .foreignFile(file, package.server) }
            changes.note(
                "\(file) was changed by hand, so it stays as it is\(package.isEnabled ? "" : ", out of force")")
            return
        }
        if try giveSocketToServer() { try renewSocket() }
        guard let text = try printedSite(package) else { return }
        try requireWrapper(package)
        let test = try ProgramRun(package.server.test)
        guard test.status == 0 else { throw .faultyServer(package.server, said: test.said) }
        let modules = try putInForce(package, text: text, before: before)
        if before == nil { try leaveRoom(package) }
        // A reload does not start the process that mod_cgid runs programs in.
        try load(package, anew: modules.contains("cgid"))
        changes.note("\(package.server.rawValue) serves the portal by \(file)")
    }

    /// Takes the portal out of the web servers' configurations. A file that was changed by hand stays, but not in force.
    func leaveServers(except kept: WebServer? = nil) throws(SetupFault) {
        for package in WebServer.allCases.map(ServerPackage.init) where package.server != kept {
            let isSetUp = package.isSetUp
            let isEnabled = package.isInstalled && package.isEnabled && (isSetUp || package.hasOwnFile)
            if isEnabled { try disable(package) }
            if isSetUp { changes.remove(package.server.file) }
            guard isEnabled else { continue }
            try giveRoomBack(package)
            do throws(SetupFault) {
                try load(package, anew: false)
            } catch {
                // What else is faulty there must not keep the portal from being taken away.
                changes.note("\(error)")
            }
        }
    }

    private func leaveOtherServers() throws(SetupFault) { try leaveServers(except: server?.server) }

    /// The configuration as `pishkhan server-config` prints it; nil in a dry run on a machine that has no config yet.
    private func printedSite(_ package: ServerPackage) throws(SetupFault) -> String? {
        var words = [
            Installed.command, "server-config", package.server.rawValue, "--config", Installed.config, "--home",
            Installed.home,
        ]
        if gateway == .fastCGI { words += ["--fastcgi", Installed.socket] }
        if changes.isDry, !Changes.exists(Installed.command) || !Changes.exists(Installed.config) {
            changes.note("\(package.server.file) would hold what this prints: \(words.joined(separator: " "))")
            return nil
        }
        let printing = try ProgramRun(words)
        guard printing.status == 0 else { throw .command(words, said: printing.said) }
        return String(decoding: printing.printed, as: UTF8.self)
    }

    /// Those that run no CGI programs themselves have fcgiwrap do it.
    private func requireWrapper(_ package: ServerPackage) throws(SetupFault) {
        guard gateway == .cgi, !package.server.runsPrograms, !Changes.exists("/usr/sbin/fcgiwrap") else { return }
        throw .missing("fcgiwrap", remedy: "run: apt-get install fcgiwrap, and 'pishkhan setup' again")
    }

    /// Has a server that runs take its configuration.
    private func load(_ package: ServerPackage, anew: Bool) throws(SetupFault) {
        guard hasSystemd else { return }
        try changes.run(["systemctl", anew ? "try-restart" : "try-reload-or-restart", package.service])
    }

    /// Answers with the modules that were enabled for the site.
    private func putInForce(_ package: ServerPackage, text: String, before: [UInt8]?) throws(SetupFault) -> [String] {
        let file = package.server.file
        let wasEnabled = package.isEnabled
        let modules = package.modules(gateway: gateway, tls: text.contains("SSLEngine on")).filter {
            !Changes.exists($0.link)
        }
        .map(\.name)
        try changes.write(SealedFile.sealed(text), to: file)
        if !modules.isEmpty { try changes.run(package.moduleCommands.enable + modules) }
        // What the administrator has taken out of force stays so.
        if before == nil, !wasEnabled { try enable(package) }
        guard !changes.isDry else { return modules }
        let test = try ProgramRun(package.server.test)
        guard test.status != 0 else { return modules }
        if before == nil, !wasEnabled { try disable(package) }
        if !modules.isEmpty { try changes.run(package.moduleCommands.disable + modules) }
        if let before { try changes.write(before, to: file) } else { changes.remove(file) }
        throw .refusedSite(package.server, file: file, said: test.said)
    }

    private func enable(_ package: ServerPackage) throws(SetupFault) {
        switch package.enabling {
        case .command(let enable, _, _): try changes.run(enable)
        case .link(let link, let target): try changes.link(link, to: target)
        case .wholeFile: break
        }
    }

    private func disable(_ package: ServerPackage) throws(SetupFault) {
        switch package.enabling {
        case .command(_, let disable, _): try changes.run(disable)
        case .link(let link, _): changes.remove(link)
        case .wholeFile: break
        }
    }
}
