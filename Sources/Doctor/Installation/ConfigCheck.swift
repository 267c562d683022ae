import Configuration
import Generator

extension Check {
    /// The config and all that it names can be read and built.
    static let config = Check("config") { examination in
        do {
            _ = try ReleaseContent(readSite(config: examination.config))
            return []
        } catch let fault as SiteFault {
            return fault.description.split(separator: "\n").map { line in
                Finding(
                    String(line), "stops the next build",
                    "mend it and run: pishkhan check --config \(quoted(examination.config))")
            }
        }
    }
}
