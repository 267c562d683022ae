import Glibc
import Watching

/// Whether anything may have happened to the files and folders that a lasting process goes by. As long as the kernel tells of
/// nothing in the folders that hold them (inotify(7)), there is no need to look at them again.
///
/// Once a second there is, whatever the kernel tells: it does not know what another machine does in a folder of the network,
/// and says nothing of a file system that is mounted over a folder, or of a link that is changed elsewhere.
final class Changes {
    private let notifications: Notifications?
    private var count = 0
    private var second = 0

    /// Begins to listen. To be called before the sandbox closes.
    ///
    /// - Parameter folders: where one of them cannot be watched, anything may have happened at any time.
    init(in folders: Set<String>) { notifications = try? Self.watch(folders) }

    private static func watch(_ folders: Set<String>) throws(WatchFault) -> Notifications {
        let notifications = try Notifications()
        for folder in folders {
            // Names that come and go, contents, owners and modes.
            try notifications.watch(
                folder, for: Int32(IN_CREATE), Int32(IN_MOVED_TO), Int32(IN_MOVED_FROM), Int32(IN_DELETE),
                Int32(IN_CLOSE_WRITE), Int32(IN_ATTRIB), Int32(IN_DELETE_SELF), Int32(IN_MOVE_SELF))
        }
        return notifications
    }

    /// Another number than the last one where something may have happened in between; one system call, which finds nothing.
    ///
    /// Whoever looks at the files asks before that, and need not look again until the number is another.
    func number() -> Int {
        let now = time(nil)
        let haveCome = notifications.map { $0.drain() } ?? true
        if haveCome || now != second { count += 1 }
        second = now
        return count
    }
}
