import Glibc
import SQLite
import Secrets

/// `PISHKHAN_HOME`: the folder with the releases and the desk's data.
public struct Home: Sendable {
    /// The folder's path.
    public let path: String

    /// A home at a path.
    public init(path: String) { self.path = path }

    /// The release that is served.
    public var current: String { path + "/current" }
    /// The releases, each in a folder of its own.
    public var releases: String { path + "/releases" }
    /// The snapshot of the release that is served now, by the release's own name: it goes on leading there when another
    /// release is served.
    public var snapshot: String {
        guard let release = FileSystem.target(of: current) else { return current + "/private" }
        return (release.utf8.first == 0x2f ? release : path + "/" + release) + "/private"
    }
    /// What is read first of the snapshot.
    public var snapshotSettings: String { PortalSnapshot.file("settings", in: snapshot) }
    /// The desk's data.
    public var data: DataFolder { DataFolder(path: path + "/data") }
}

/// The folder of the desk's own data: people's letters, and the key.
public struct DataFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// The database.
    public var database: String { path + "/desk.sqlite" }
    /// The kept documents.
    public var documents: String { path + "/documents" }
    /// Uploads that are not a letter yet.
    public var incoming: String { path + "/incoming" }
    /// 32 random bytes.
    public var key: String { path + "/key" }
    /// The key that takes its place, until it does. Whoever keeps the desk open closes it when this is there.
    var nextKey: String { path + "/key.next" }
    /// Changes whenever the outbox has something new.
    public var wake: String { path + "/wake" }
    /// Where the gateway `log` writes.
    public var messageLog: String { path + "/messages.log" }
    /// The audit's last line that the worker has seen: its number and its seal.
    public var auditHead: String { path + "/audit.head" }
    /// The head under the key that takes the other's place.
    var nextAuditHead: String { path + "/audit.head.next" }
    /// Held by the one worker.
    public var workerLock: String { path + "/worker.lock" }

    /// Whether the data can be used safely: it exists, is its owner's alone, and no web server hands it out.
    ///
    /// - Parameter documentRoot: the web server's, where it says so.
    public func check(documentRoot: String?) throws(StoreFault) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { throw .missing(path: path) }
            throw FileSystem.fault("look at", path)
        }
        guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path, mode: status.st_mode & 0o7777) }
        if status.st_uid != geteuid(), let obstacle = Obstacle(to: path, rights: 7) {
            throw .otherOwner(obstacle, data: path)
        }
        if let documentRoot, let root = Self.real(documentRoot), let own = Self.real(path) {
            guard root != "/", !(own + "/").hasPrefix(root + "/") else {
                throw .insideDocumentRoot(path: own, documentRoot: root)
            }
        }
    }

    /// Whether somebody waits for everybody else to close the desk, to give it a new key.
    public var isToBeClosed: Bool { FileSystem.exists(nextKey) }

    /// Bytes of SQLite's smallest database. It takes a file of 0 or 1 byte for a new one and deletes the log that lies
    /// beside it, with the letters in it: such a file must never be opened.
    public static let smallestDatabase = 512

    /// Whether there is a desk in the folder: a database with something in it, and where it lies. Its key is looked for when
    /// it is read.
    func requireDesk() throws(StoreFault) -> FileIdentity {
        var status = stat()
        guard stat(database, &status) == 0 else {
            if errno == ENOENT { throw .missing(path: database) }
            throw FileSystem.fault("look at", database)
        }
        guard status.st_size >= Self.smallestDatabase else { throw .emptyDatabase(path: database) }
        return FileIdentity(status)
    }

    /// The desk's key: all that an image of a security code needs of the data.
    ///
    /// The folder must have been checked.
    public func secretKey() throws(StoreFault) -> SecretKey { try secretKey(at: key) }

    func secretKey(at path: String) throws(StoreFault) -> SecretKey {
        do throws(StoreFault) {
            guard let secret = SecretKey(bytes: try FileSystem.read(path, limit: 33)) else {
                throw StoreFault.damagedKey(path: path)
            }
            return secret
        } catch {
            throw explained(error)
        }
    }

    /// The same for whatever was thrown.
    public func cause(of error: any Error) -> any Error {
        switch error {
        case let error as SQLiteError: explained(.database(error))
        case let fault as StoreFault: explained(fault)
        default: error
        }
    }

    /// Why the data cannot be used, where owners and modes are to blame: the operating system and SQLite say it of a file, or
    /// not at all.
    public func explained(_ fault: StoreFault) -> StoreFault {
        switch fault {
        case .system(_, _, EACCES), .system(_, _, EPERM): break
        case .database(let error) where error.isDenied: break
        default: return fault
        }
        var wishes: [(String, mode_t)] = [
            (path, 7), (database, 6), (database + "-wal", 6), (database + "-shm", 6), (key, 4), (incoming, 7),
            (documents, 7),
        ]
        if case .system(_, let place, _) = fault, place.hasPrefix(path + "/") {
            wishes += [(FileSystem.parent(of: place), 7), (place, 4)]
        }
        if let obstacle = wishes.lazy.compactMap({ Obstacle(to: $0, rights: $1) }).first {
            return .otherOwner(obstacle, data: path)
        }
        guard case .database(let error) = fault else { return fault }
        // SQLite reads what it may not write, and says so only when it is to write.
        let number = error.isReadOnly ? EROFS : error.systemError
        guard [EACCES, EPERM, EROFS].contains(number) else { return fault }
        return .system(doing: "open", path: database, errno: number)
    }

    /// Lays out a new desk; what is there already is left as it is.
    public func create() throws(StoreFault) {
        try FileSystem.makeFolder(path)
        try FileSystem.makeFolder(incoming)
        try FileSystem.makeFolder(documents)
        let hex = Array("0123456789abcdef")
        for first in hex {
            for second in hex { try FileSystem.makeFolder("\(documents)/\(first)\(second)") }
        }
        try FileSystem.syncFolder(documents)
    }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
