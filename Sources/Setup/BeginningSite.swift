import Configuration
import Glibc
import Portal

extension Setup {
    /// Begins the site in /etc/pishkhan, where there is none.
    func beginSite() throws(SetupFault) {
        guard !Changes.exists(Installed.config) else {
            guard wishes.address == nil else { throw .addressIsConfigured(config: Installed.config) }
            let home = homeNamed(inConfig: Installed.config)
            guard home == nil || home == Installed.home else {
                throw .otherHome(home ?? "", config: Installed.config)
            }
            return
        }
        let address = wishes.address ?? addressOfThisMachine()
        try changes.run([Installed.command, "init", Installed.site, "--yes", "--address", address])
    }

    /// The address by the name that others know this machine by.
    private func addressOfThisMachine() -> String {
        let asked = try? ProgramRun(["hostname", "--fqdn"])
        let name = asked.map { String(decoding: $0.printed, as: UTF8.self) } ?? ""
        let address = "http://\(name.lowercased().prefix { !$0.isNewline })/"
        return PortalSettings.isAddress(address) ? address : "http://localhost/"
    }
}
