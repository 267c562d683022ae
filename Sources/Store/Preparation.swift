import Glibc
import SQLite
import Secrets

/// What preparing a desk's data has done.
public enum Preparation: Equatable, Sendable {
    /// A new desk was laid out.
    case made
    /// The data were of this version already.
    case unchanged
    /// The database was brought to this version; as it was before, it is kept at `copy`.
    case upgraded(from: Int, to: Int, copy: String)
}

extension Store {
    /// Lays out the data of a new desk, or brings an existing one to this version.
    ///
    /// A folder that exists without its database is an alarm, not a new desk.
    @discardableResult
    public static func prepare(_ folder: DataFolder) throws -> Preparation {
        guard FileSystem.exists(folder.path) else {
            try make(folder)
            return .made
        }
        _ = try folder.requireDesk()
        return try upgrade(folder)
    }

    /// A new desk gets its name in the last step, so that what an interrupted try leaves behind is no desk, and is made
    /// anew the next time.
    private static func make(_ folder: DataFolder) throws {
        let draft = DataFolder(path: folder.path + ".new")
        try draft.create()
        for path in [draft.database, draft.database + "-wal", draft.database + "-shm", draft.key, draft.wake] {
            unlink(path)
        }
        try makeDatabase(draft.database)
        try FileSystem.create(draft.key, SecretKey.randomBytes())
        try FileSystem.create(draft.wake, [])
        try write(AuditHead(event: 0, seal: AuditSeal.beginning), to: draft)
        try FileSystem.syncFolder(draft.path)
        try FileSystem.rename(draft.path, to: folder.path)
        try FileSystem.syncFolder(FileSystem.parent(of: folder.path))
    }

    private static func makeDatabase(_ path: String) throws {
        // Made by us, empty and private: SQLite gives its side files the mode of the database.
        try FileSystem.create(path, [])
        let database = try Database(path: path, mode: .readWrite)
        try database.run("PRAGMA journal_mode = WAL")
        try database.write { try Schema.carryOut(from: 0, in: database) }
        try makeRoom(in: database)
    }

    /// Lets database and write-ahead log grow once, now: a commit that need not make a file longer waits for its own bytes
    /// only, not for the file system's journal.
    static func makeRoom(in database: Database) throws {
        try database.runScript(
            "CREATE TABLE room (bytes BLOB); INSERT INTO room VALUES (zeroblob(3500000)); DROP TABLE room;")
        try database.checkpoint()
        // What is written next begins the log anew; until then whoever opens the desk would read all of it.
        try database.runScript("CREATE TABLE room (bytes BLOB); DROP TABLE room;")
    }
}
