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
    /// The key has not 32 bytes.
    case damagedKey(path: String)
    /// The database is sealed with another key.
    case otherKey(path: String)
    /// The database or the release was made by another version.
    case wrongVersion(path: String, found: Int, expected: Int)
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
        case .damagedKey(let path):
            "\(path) does not hold 32 bytes; restore it from the backup"
        case .otherKey(let path):
            "\(path) is not the key that the database was sealed with; restore both from the backup"
        case .wrongVersion(let path, let found, let expected):
            "\(path) has version \(found), this program needs \(expected); run 'pishkhan build' of the same version"
        case .foreignDatabase(let path): "\(path) is no database of Pishkhan; restore it from the backup"
        case .system(let doing, let path, let errno):
            "cannot \(doing) \(path): \(errorText(errno)); check its owner, its mode and the free space"
        case .database(let error): "\(error)"
        }
    }
}
