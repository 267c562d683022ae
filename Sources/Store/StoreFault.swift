import Glibc
import SQLite

/// Why the desk's data cannot be used; each says how to mend it.
public enum StoreFault: Error, CustomStringConvertible {
    /// A file or folder that must exist does not.
    case missing(path: String)
    /// The database has fewer bytes than any has.
    case emptyDatabase(path: String)
    /// Others than the owner can read or write the data.
    case exposed(path: String, mode: UInt32)
    /// The web server would hand out the data.
    case insideDocumentRoot(path: String, documentRoot: String)
    /// A file of the data belongs to somebody else than this process, and is closed to it.
    case otherOwner(Obstacle, data: String)
    /// The key has not 32 bytes.
    case damagedKey(path: String)
    /// The database is sealed with another key.
    case otherKey(path: String)
    /// The database or the release was made by another version.
    case wrongVersion(path: String, found: Int, expected: Int)
    /// The disk is full, so that the database could not be brought to this version.
    case noRoomToUpgrade(path: String, reason: String)
    /// The database is another program's.
    case foreignDatabase(path: String)
    /// The operating system refused.
    case system(doing: String, path: String, errno: Int32)
    /// SQLite refused.
    case database(SQLiteError)

    /// One line for the log, with what to do.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path) is missing; if this is a new portal run 'pishkhan build', otherwise restore it from the backup"
        case .emptyDatabase(let path):
            "\(path) is empty or cut off; restore it from the backup, and leave the files beside it alone"
        case .exposed(let path, let mode):
            "\(path) has mode 0\(String(mode, radix: 8)), so others can reach people's letters; run: chmod go-rwx '\(path)'"
        case .insideDocumentRoot(let path, let root):
            "\(path) lies inside the document root \(root); move it out and set PISHKHAN_HOME to its new place"
        case .otherOwner(let obstacle, let data):
            "\(obstacle); run: chown -R \(obstacle.user):\(getegid()) '\(data)'"
        case .damagedKey(let path):
            "\(path) does not hold 32 bytes; restore it from the backup"
        case .otherKey(let path):
            "\(path) is not the key that the database was sealed with; restore both from the backup"
        case .wrongVersion(let path, let found, let expected):
            "\(path) has version \(found), this program needs \(expected); run 'pishkhan build' of the same version"
        case .noRoomToUpgrade(let path, let reason):
            """
            \(path) was not brought to this version and is as it was: \(reason); make room on that disk for three times its size, \
            and run 'pishkhan build' again, or go on with both programs of the version before
            """
        case .foreignDatabase(let path): "\(path) is no database of Pishkhan; restore it from the backup"
        case .system(let doing, let path, let errno):
            "cannot \(doing) \(path): \(errorText(errno)); \(Self.remedy(for: errno, at: path))"
        case .database(let error): "\(error)"
        }
    }

    private static func remedy(for errno: Int32, at path: String) -> String {
        switch errno {
        case EACCES, EPERM:
            if let obstacle = Obstacle(to: path) { return "\(obstacle); run: \(obstacle.command)" }
            // SELinux and AppArmor refuse with the same word.
            return """
                owner and mode are right, so AppArmor or SELinux may be in the way: journalctl -k | grep -e apparmor -e avc
                """
        case ENOSPC, EDQUOT: return "make room on that disk; nothing was changed"
        case EROFS:
            return """
                this program may only read there: mount the disk read-write, or name the folder in ReadWritePaths= of the \
                service that it runs in
                """
        default: return "check its owner, its mode and the free space"
        }
    }
}
