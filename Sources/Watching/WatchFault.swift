import Glibc

/// Why the system does not tell of what happens.
public enum WatchFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Files, folders or signals cannot be waited for.
    case cannotWait(for: String, reason: String)
    /// The user's watches are used up.
    case tooManyWatches(path: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .cannotWait(let what, let reason): "cannot wait for \(what): \(reason)"
        case .tooManyWatches(let path):
            "cannot wait for \(path): all watches of this user are taken; run: sudo sysctl fs.inotify.max_user_watches=524288"
        }
    }

    /// What the operating system has just refused.
    static func system(_ what: String) -> WatchFault {
        errno == ENOSPC
            ? .tooManyWatches(path: what) : .cannotWait(for: what, reason: String(cString: strerror(errno)))
    }
}
