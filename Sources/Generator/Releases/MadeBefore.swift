import Glibc

/// The moment in which a release was finished: a file of it that was changed later is no longer as it was made.
struct MadeBefore: Sendable {
    private let seconds: Int
    private let nanoseconds: Int

    /// - Parameter status: what the system says of the release's folder.
    init(_ status: stat) { (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) }

    /// The number of a file that is there and is as it was made; nil for every other.
    ///
    /// - Parameter folder: a descriptor of the folder from which the path is seen.
    func inode(of path: UnsafePointer<CChar>, in folder: CInt) -> ino_t? {
        var status = stat()
        guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        let changed = status.st_mtim
        return (changed.tv_sec, changed.tv_nsec) <= (seconds, nanoseconds) ? status.st_ino : nil
    }
}
