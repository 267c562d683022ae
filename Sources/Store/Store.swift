import Glibc
import SQLite
import Secrets

/// The desk's data, opened: each thing that can be done with it is an extension in a file of its own.
public final class Store {
    let database: Database
    let folder: DataFolder
    /// The desk's key.
    public let key: SecretKey
    /// The database's file, as it was when it was opened.
    private let identity: FileIdentity
    /// The document root outside of which the data were last seen to lie, and when: in UTC seconds.
    private var seenOutside: (documentRoot: String?, at: Int)

    /// Opens the data of a desk that exists; a missing database is never silently made anew. Where they stay open for many
    /// requests, ``isCurrent(documentRoot:seesOneMoment:)`` is to be asked at each.
    ///
    /// - Parameters:
    ///   - documentRoot: the web server's, where there is one; data inside it is refused.
    ///   - isDurable: whether commits are on disk when they return. Only the worker does without: a lost mark that a
    ///     message was sent costs a message sent twice, while a synced mark for each would slow every citizen down.
    ///   - seesOneMoment: whether all that is read from now on is as it is now, until ``endReading()`` or the first thing that
    ///     is written.
    public init(
        opening folder: DataFolder, documentRoot: String? = nil, isDurable: Bool = true, seesOneMoment: Bool = false
    ) throws(StoreFault) {
        try folder.check(documentRoot: documentRoot)
        seenOutside = (documentRoot, time(nil))
        identity = try folder.requireDesk()
        self.folder = folder
        do {
            // Even one request prepares some of its statements several times.
            database = try Database(
                path: folder.database, mode: .readWrite, isDurable: isDurable, keepsStatements: true)
            if seesOneMoment { try database.beginReading() }
            var found = try Self.recordedVersion(of: database)
            if found & Schema.handover != 0 {
                try Self.finishRenewal(folder, database)
                found &= ~Schema.handover
            }
            guard found == Schema.version else {
                throw StoreFault.wrongVersion(path: folder.database, found: found, expected: Schema.version)
            }
        } catch let error as SQLiteError {
            throw folder.explained(.database(error))
        } catch let fault as StoreFault {
            throw folder.explained(fault)
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
        identity = FileIdentity(folder.database)
        seenOutside = (nil, 0)
    }

    /// Whether this is still the desk that lies in the folder: neither database nor key was replaced, by a backup, an upgrade
    /// or a new key. Where not, open it anew.
    ///
    /// - Parameter seesOneMoment: as at the opening.
    /// - Throws: where the data cannot be used safely, as at the opening.
    public func isCurrent(documentRoot: String?, seesOneMoment: Bool = false) throws(StoreFault) -> Bool {
        // Following two paths takes a dozen calls, and what they lead to changes by somebody's hand, if at all: once a second
        // is enough.
        let now = time(nil)
        let isSeen = seenOutside == (documentRoot, now)
        try folder.check(documentRoot: isSeen ? nil : documentRoot)
        seenOutside = (documentRoot, now)
        guard try folder.requireDesk() == identity, try folder.secretKey() == key else { return false }
        return hasThisVersion(seesOneMoment: seesOneMoment)
    }

    /// Whether the database, if it is still the same, has neither been upgraded nor is about to get another key.
    ///
    /// - Parameter seesOneMoment: as at the opening.
    public func hasThisVersion(seesOneMoment: Bool) -> Bool {
        if seesOneMoment { try? database.beginReading() }
        return (try? Self.recordedVersion(of: database)) == Schema.version
    }

    /// From now on each thing is read as it is then.
    public func endReading() { database.endReading() }

    private static func recordedVersion(of database: Database) throws(SQLiteError) -> Int {
        try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
    }

    /// Runs `body` in one writing transaction.
    public func write<Value>(_ body: () throws -> Value) throws -> Value { try database.write(body) }

    /// Whether database and document folder can be read and written: an empty transaction is committed.
    public func checkHealth() throws {
        try database.write { try database.run("DELETE FROM tally WHERE expires < 0") }
        for path in [folder.documents, folder.incoming] where access(path, R_OK | W_OK | X_OK) != 0 {
            throw folder.explained(FileSystem.fault("write to", path))
        }
    }
}
