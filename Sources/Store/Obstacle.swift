import Glibc

/// A file or folder whose owner and mode keep this process out.
///
/// Users are numbers here: their names would have to be looked up in files that the program cannot open.
public struct Obstacle: Equatable, Sendable, CustomStringConvertible {
    /// What is closed: the path that was asked for, or a folder above it.
    public let path: String
    /// The user that this process runs as.
    public let user: uid_t
    private let owner: uid_t
    private let mode: mode_t
    private let isAbove: Bool

    /// The first on the way to a path; nil where owners and modes let this process in, or something else is wrong.
    ///
    /// - Parameters:
    ///   - rights: what is wanted of the path: 4 to read, 2 to write, 1 to enter.
    ///   - user: whom this process runs as.
    public init?(to path: String, rights: mode_t = 4, as user: uid_t = geteuid()) {
        self.user = user
        // Root goes everywhere.
        guard user != 0, path.hasPrefix("/") else { return nil }
        let names = path.split(separator: "/")
        var place = ""
        for (index, name) in names.enumerated() {
            place += "/" + name
            var status = stat()
            guard stat(place, &status) == 0 else { return nil }
            let isAbove = index < names.count - 1
            guard !Self.opens(status, to: user, isAbove ? 1 : rights) else { continue }
            self.path = place
            owner = status.st_uid
            mode = status.st_mode & 0o7777
            self.isAbove = isAbove
            return
        }
        return nil
    }

    private static func opens(_ status: stat, to user: uid_t, _ rights: mode_t) -> Bool {
        let shift: mode_t = status.st_uid == user ? 6 : isOfGroup(status.st_gid) ? 3 : 0
        return (status.st_mode >> shift) & rights == rights
    }

    private static func isOfGroup(_ group: gid_t) -> Bool {
        var groups = [gid_t](repeating: 0, count: 256)
        let count = getgroups(Int32(groups.count), &groups)
        return group == getegid() || groups.prefix(max(0, Int(count))).contains(group)
    }

    /// User, path and mode, in one line.
    public var description: String {
        """
        \(path) belongs to user \(owner) and has mode 0\(String(mode, radix: 8)), so user \(user), as whom this program \
        runs, cannot \(isAbove ? "enter" : "use") it
        """
    }

    /// What lets this process in, where others may be let in too.
    var command: String {
        let who = owner == user ? "u" : "a"
        return isAbove ? "chmod \(who)+x '\(path)'" : "chmod -R \(who)+rX '\(path)'"
    }
}
