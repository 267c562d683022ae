import Configuration
import Glibc
import Portal
import Store

/// Where the config and the home are, by option, by environment, or by custom.
extension Arguments {
    /// The config file.
    var config: String {
        if let path = self["--config"] ?? environment("PISHKHAN_CONFIG") { return path }
        return access("site/portal.json5", R_OK) == 0 ? "site/portal.json5" : Installed.config
    }

    /// The home; the config is read only where nothing else names it.
    func home() throws -> Home {
        if let path = self["--home"] ?? environment("PISHKHAN_HOME") { return Home(path: path) }
        return Home(path: try readSite(config: config).home)
    }

    /// The homes that may lie in the config's folder: what is built or registered there is no edit of the site.
    var ownHomes: [String] {
        [self["--home"], homeFromEnvironment, homeNamed(inConfig: config)].compactMap(\.self)
    }

    /// The home that the environment names.
    var homeFromEnvironment: String? { environment("PISHKHAN_HOME") }

    /// The portal's address in place of the config's; nil where none is given.
    func address() throws(UsageFault) -> String? {
        guard let address = self["--address"] else { return nil }
        guard PortalSettings.isAddress(address) else {
            throw .expected("an address such as https://desk.example.org/ after --address")
        }
        return address
    }

    private func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
