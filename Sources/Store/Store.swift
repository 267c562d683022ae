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
        try folder.requireDesk()
        self.folder = folder
        do {
            database = try Database(path: folder.database, mode: .readWrite, isDurable: isDurable)
            var found = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
            if found & Schema.handover != 0 {
                try Self.finishRenewal(folder, database)
                found &= ~Schema.handover
            }
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
        // Only now: who has begun to read the database keeps a renewal of the key waiting, and who has not yet gets the
        // new one.
        key = try folder.secretKey()
    }

    /// Data that are open already, under a key that is about to be theirs.
    init(_ database: Database, _ folder: DataFolder, key: SecretKey) {
        self.database = database
        self.folder = folder
        self.key = key
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
