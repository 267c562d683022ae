import Portal
import Store

extension Check {
    /// A release is served, and this program's version can read it.
    static let release = Check("release") { examination in
        let home = examination.home
        let build = "run: pishkhan build --config \(quoted(examination.config)) --home \(quoted(home.path))"
        guard FileFacts(home.path, followingLinks: true)?.kind == .folder else {
            return [Finding(home.path, "is no folder", build)]
        }
        do {
            _ = try PortalSnapshot(opening: home.snapshot).settings
        } catch {
            return [Finding(home.current, "cannot be served (\(error))", build)]
        }
        let page = home.current + "/public/index.html"
        guard FileFacts(page, followingLinks: true)?.kind == .file else {
            return [Finding(page, "is missing", build)]
        }
        return []
    }
}
