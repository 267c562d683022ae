import Glibc
import Store

/// What a process is bound to from its start on: the folders that its sandbox lets it use, the program that it is, and the
/// file of its log. Where one of them is replaced, as by `pishkhan restore`, an upgrade or logrotate, it takes a new process.
struct Surroundings {
    private let bound: [(path: String, identity: FileIdentity)]
    /// What happens to them, to the link to the live release, and to the desk's own files.
    let changes: Changes

    /// Looks at them. To be called before the sandbox closes.
    ///
    /// - Parameter logPath: of the file for the log, if there is one.
    init(home: Home, logPath: String?) {
        let paths = ([home.data.path, home.releases, Self.program, logPath] as [String?]).compactMap { $0 }
        changes = Changes(in: Set(paths.map(Self.folder) + [home.data.path]))
        bound = paths.map { ($0, FileIdentity($0)) }
    }

    /// The folder that holds what a path leads to.
    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether all are still what they were. One that is away for a moment, while another takes its place, is not looked at.
    var areUnchanged: Bool {
        bound.allSatisfy { path, identity in
            let now = FileIdentity(path)
            return now == identity || !now.exists
        }
    }

    /// The program's file; nil where the system does not tell.
    private static var program: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
