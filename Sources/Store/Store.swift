import Glibc
import SQLite
import Secrets

/// The desk's data, opened: each thing that can be done with it is an extension in a file of its own.
public final class Store {
    let database: Database
    let folder: DataFolder
    /// The desk's key.
    public let key: SecretKey

    /// Opens the data of a desk that exists; a missing database is never silently made anew.
    ///
    /// - Parameters:
    ///   - documentRoot: the web server's, where there is one; data inside it is refused.
    ///   - isDurable: whether commits are on disk when they return. Only the worker does without: a lost mark that a
    ///     message was sent costs a message sent twice, while a synced mark for each would slow every citizen down.
    public init(opening folder: DataFolder, documentRoot: String? = nil, isDurable: Bool = true) throws(StoreFault) {
        try folder.check(documentRoot: documentRoot)
        guard FileSystem.exists(folder.database) else { throw .missing(path: folder.database) }
        key = try folder.secretKey()
        self.folder = folder
        do {
            database = try Database(path: folder.database, mode: .readWrite, isDurable: isDurable)
            let found = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
            guard found == Schema.version else {
                throw StoreFault.wrongVersion(path: folder.database, found: found, expected: Schema.version)
            }
        } catch let error as SQLiteError {
            throw .database(error)
        } catch let fault as StoreFault {
            throw fault
        } catch {
            throw .system(doing: "open", path: folder.database, errno: EIO)
        }
    }

    /// Lays out the data of a new desk, or brings an existing one to this version.
    ///
    /// A folder that exists without its database is an alarm, not a new desk.
    public static func prepare(_ folder: DataFolder) throws {
        if FileSystem.exists(folder.path) {
            guard FileSystem.exists(folder.database) else { throw StoreFault.missing(path: folder.database) }
            guard FileSystem.exists(folder.key) else { throw StoreFault.missing(path: folder.key) }
            return try Schema.migrate(Database(path: folder.database, mode: .readWrite))
        }
        try folder.create()
        // Made by us, empty and private: SQLite gives its side files the mode of the database.
        try FileSystem.create(folder.database, [])
        let database = try Database(path: folder.database, mode: .readWrite)
        try database.run("PRAGMA journal_mode = WAL")
        try Schema.migrate(database)
        try makeRoom(in: database)
        try FileSystem.create(folder.key, SecretKey.randomBytes())
        try FileSystem.create(folder.wake, [])
        try FileSystem.syncFolder(folder.path)
    }

    /// Lets database and write-ahead log grow once, now: a commit that need not make a file longer waits for its own bytes
    /// only, not for the file system's journal.
    private static func makeRoom(in database: Database) throws {
        try database.runScript(
            "CREATE TABLE room (bytes BLOB); INSERT INTO room VALUES (zeroblob(3500000)); DROP TABLE room;")
        try database.checkpoint()
    }

    /// Runs `body` in one writing transaction.
    public func write<Value>(_ body: () throws -> Value) throws -> Value { try database.write(body) }

    /// Whether database and document folder can be read and written: an empty transaction is committed.
    public func checkHealth() throws {
        try database.write { try database.run("DELETE FROM tally WHERE expires < 0") }
        guard access(folder.documents, R_OK | W_OK | X_OK) == 0, access(folder.incoming, R_OK | W_OK | X_OK) == 0
        else { throw FileSystem.fault("write to", folder.documents) }
    }
}
