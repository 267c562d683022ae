import Glibc

/// Why there is no backup, or why one is not restored; nothing was changed then.
public enum BackupFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is a file of that name already.
    case exists(path: String)
    /// The home has a desk.
    case occupied(path: String)
    /// An earlier restoring did not come to its end, or another one is under way.
    case leftover(path: String)
    /// The file is no backup of Pishkhan.
    case foreign(path: String, reason: String)
    /// The file was a backup, and is no longer whole.
    case damaged(path: String, reason: String)
    /// The backup was made by a newer version.
    case newer(path: String, found: Int, known: Int)
    /// A file's name cannot stand in the manifest.
    case unusableName(path: String)
    /// The operating system refused.
    case system(doing: String, path: String, reason: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .exists(let path): "\(path) exists already and is not overwritten; name another file"
        case .occupied(let path):
            "\(path) exists, and a desk is never overwritten; stop the web server and the worker, run: mv '\(path)' '\(path).old', and restore again"
        case .leftover(let path):
            "\(path) is what a restoring has left that did not end; if none is under way, run: rm -r '\(path)', and restore again"
        case .foreign(let path, let reason):
            "\(path) is no backup of Pishkhan (\(reason)); name a file that 'pishkhan backup' has made"
        case .damaged(let path, let reason): "\(path) is damaged (\(reason)); take another backup or another copy of it"
        case .newer(let path, let found, let known):
            "\(path) has a database of version \(found), this program only knows \(known); install the newer version first"
        case .unusableName(let path):
            "\(path) has a name that cannot be kept (a line break, a backslash, or no UTF-8); rename it"
        case .system(let doing, let path, let reason):
            "cannot \(doing) \(path): \(reason); check its owner, its mode and the free space"
        }
    }

    static func system(_ doing: String, _ path: String) -> BackupFault {
        .system(doing: doing, path: path, reason: String(cString: strerror(errno)))
    }
}
