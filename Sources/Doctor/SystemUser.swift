import Glibc

/// A user of the system.
public struct SystemUser: Equatable, Sendable {
    /// The login name.
    public let name: String
    let id: uid_t
    let groups: [gid_t]

    /// The user of a name; nil where the system has none.
    public init?(name: String) {
        guard let entry = getpwnam(name) else { return nil }
        self.init(entry.pointee)
    }

    init?(id: uid_t) {
        guard let entry = getpwuid(id) else { return nil }
        self.init(entry.pointee)
    }

    private init(_ entry: passwd) {
        name = String(cString: entry.pw_name)
        id = entry.pw_uid
        var groups = [gid_t](repeating: 0, count: 256)
        var count = Int32(groups.count)
        let isWhole = getgrouplist(entry.pw_name, entry.pw_gid, &groups, &count) >= 0
        self.groups = isWhole ? Array(groups.prefix(Int(count))) : [entry.pw_gid]
    }

    /// Whether the mode of a file lets this user in: 4 to read, 2 to write, 1 to enter or run.
    func may(_ wanted: UInt32, _ file: FileFacts) -> Bool {
        if id == 0 { return true }
        let shift: UInt32 = file.owner == id ? 6 : groups.contains(file.group) ? 3 : 0
        return (file.mode >> shift) & wanted == wanted
    }

    /// A user's name, or the number where the system has no name for it.
    static func name(of id: uid_t) -> String { SystemUser(id: id)?.name ?? String(id) }
}
