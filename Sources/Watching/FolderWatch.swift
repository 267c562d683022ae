import Folders
import Glibc

/// Waits until somebody has changed files in folders, however the editor saves: in place, or by a new file of the same name.
///
/// Hidden files, and the spare copies that editors make (`page.md~`, `#page.md#`), count as nothing.
public final class FolderWatch {
    /// How long nothing more must happen before changes count as complete, in milliseconds: an editor that saves, or a
    /// program that unpacks, does many things at once.
    private static let quiet: CInt = 50
    /// How long changes can go on at most before they are told of, in milliseconds.
    private static let longest = 1_000
    /// How often a place that is missing is looked for, in milliseconds.
    private static let retry: CInt = 500

    private let stop: StopSignal
    private let notifications: Notifications
    private var places: [String] = []
    private var left: Set<FileIdentity> = []
    private var watched: [CInt: WatchedFolder] = [:]
    private var missing: Set<String> = []

    /// Begins without a folder.
    public init(until stop: StopSignal) throws(WatchFault) {
        self.stop = stop
        notifications = try Notifications()
    }

    /// Watches these folders with all below them, and these files, from now on.
    ///
    /// - Parameters:
    ///   - places: one that does not exist yet is waited for.
    ///   - left: folders within them in which nothing counts.
    public func watch(_ places: [String], leavingOut left: [String]) throws(WatchFault) {
        self.places = places
        self.left = Set(left.compactMap { FileIdentity($0) })
        try look()
    }

    /// Waits for a change and until it is complete; false where it is time to stop.
    public func waitForChange() throws(WatchFault) -> Bool {
        while !stop.isRaised {
            if wait(milliseconds: missing.isEmpty ? -1 : Self.retry) {
                guard matters(notifications.read()) else { continue }
                settle()
            } else {
                let before = missing
                try look()
                guard missing != before else { continue }
            }
            guard !stop.isRaised else { return false }
            // Folders that are new are watched before anybody reads what is in them.
            try look()
            return true
        }
        return false
    }

    private func settle() {
        var waited = 0
        while waited < Self.longest, wait(milliseconds: Self.quiet), !stop.isRaised {
            notifications.drain()
            waited += Int(Self.quiet)
        }
    }

    /// Whether something was told, or it is time to stop, before the time was over.
    private func wait(milliseconds: CInt) -> Bool {
        var descriptors = [notifications.descriptor, stop.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        return poll(&descriptors, 2, milliseconds) > 0
    }

    private func matters(_ notices: [Notifications.Notice]) -> Bool {
        notices.contains { notice in
            // Where notices were lost, everything may have changed.
            guard notice.watch >= 0 else { return true }
            guard let folder = watched[notice.watch] else { return false }
            if let names = folder.names { return names.contains(notice.name) }
            guard !Self.isSpare(notice.name) else { return false }
            return !(FileIdentity(folder.path + "/" + notice.name).map(left.contains) ?? false)
        }
    }

    private static func isSpare(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#")
    }

    /// Watches what is there now.
    private func look() throws(WatchFault) {
        missing = []
        for place in places {
            var status = stat()
            guard stat(place, &status) == 0 else {
                missing.insert(place)
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                try lookInto(place, depth: 0)
            } else {
                try watch(parent(of: place), counting: String(place.split(separator: "/").last ?? ""))
            }
        }
    }

    private func lookInto(_ folder: String, depth: Int) throws(WatchFault) {
        // A link that leads upwards would never end.
        guard depth < 16, let identity = FileIdentity(folder), identity.isFolder, !left.contains(identity) else {
            return
        }
        try watch(folder, counting: nil)
        for name in Folder.names(in: folder) ?? [] where !Self.isSpare(name) {
            try lookInto(folder + "/" + name, depth: depth + 1)
        }
    }

    private func watch(_ folder: String, counting name: String?) throws(WatchFault) {
        let watch: CInt
        do {
            watch = try notifications.watch(
                folder, for: Int32(IN_CLOSE_WRITE), Int32(IN_MOVED_TO), Int32(IN_MOVED_FROM), Int32(IN_CREATE),
                Int32(IN_DELETE), Int32(IN_ATTRIB), Int32(IN_DELETE_SELF), Int32(IN_MOVE_SELF))
        } catch .tooManyWatches(let path) {
            throw .tooManyWatches(path: path)
        } catch {
            // It went away, or may not be read: whoever reads the site says so.
            missing.insert(folder)
            return
        }
        var names = name.map { Set([$0]) }
        if let known = watched[watch] { names = known.names.flatMap { names?.union($0) } }
        watched[watch] = WatchedFolder(path: folder, names: names)
    }
}

/// A folder of which the kernel tells.
private struct WatchedFolder {
    let path: String
    /// The names in it that count; nil for all.
    let names: Set<String>?
}

/// What a path leads to, whatever the path.
private struct FileIdentity: Hashable {
    let device: UInt
    let number: UInt
    let isFolder: Bool

    /// Nil where there is nothing.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
        isFolder = status.st_mode & S_IFMT == S_IFDIR
    }
}

private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
