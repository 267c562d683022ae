import Glibc

/// Which file or folder it is that a path leads to, whatever its name: one that takes its place is another.
public struct FileIdentity: Equatable, Sendable {
    private let device: dev_t
    private let inode: ino_t

    /// What the path leads to now; nowhere is an identity too.
    public init(_ path: String) {
        var status = stat()
        // Number 0 is no file's.
        self = stat(path, &status) == 0 ? FileIdentity(status) : FileIdentity(device: 0, inode: 0)
    }

    /// What an open file or folder is.
    public init(_ descriptor: CInt) {
        var status = stat()
        self = fstat(descriptor, &status) == 0 ? FileIdentity(status) : FileIdentity(device: 0, inode: 0)
    }

    init(_ status: stat) { self.init(device: status.st_dev, inode: status.st_ino) }

    private init(device: dev_t, inode: ino_t) { (self.device, self.inode) = (device, inode) }

    /// Whether there is something.
    public var exists: Bool { inode != 0 }
}
