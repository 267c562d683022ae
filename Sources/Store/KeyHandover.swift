import SQLite
import Secrets

extension Schema {
    /// Stands in `user_version` beside the version while the desk's key is being handed over: from the commit of what is
    /// sealed with the new key until that key has its name. Every opening reads that number anyway.
    public static let handover = 1 << 20
}

extension Store {
    /// Brings a renewal of the key to its end where one was interrupted after its commit.
    public static func finishRenewal(of folder: DataFolder) throws {
        try finishRenewal(folder, try Database(path: folder.database, mode: .readWrite))
    }

    static func isHandingOver(_ database: Database) throws(SQLiteError) -> Bool {
        (try database.first("PRAGMA user_version") { $0.int(0) } ?? 0) & Schema.handover != 0
    }

    /// The same, over a connection that is open: head and key get their names, then the desk is open again.
    ///
    /// It may end at any place and begin anew. Only one is at it, and nobody reads the key before it is done.
    static func finishRenewal(_ folder: DataFolder, _ database: Database) throws {
        guard try isHandingOver(database) else { return }
        try database.write {
            // Somebody else may have finished it meanwhile.
            guard try isHandingOver(database) else { return }
            let found = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
            let place = FileSystem.exists(folder.nextKey) ? folder.nextKey : folder.key
            guard try isInForce(try folder.secretKey(at: place), database) else {
                throw StoreFault.otherKey(path: place)
            }
            if FileSystem.exists(folder.nextAuditHead) {
                try FileSystem.rename(folder.nextAuditHead, to: folder.auditHead)
            }
            if place == folder.nextKey { try FileSystem.rename(folder.nextKey, to: folder.key) }
            try FileSystem.syncFolder(folder.path)
            try database.runScript("PRAGMA user_version = \(found & ~Schema.handover)")
        }
    }

    /// Whether the audit's last line, which tells of the renewal, is sealed with a key.
    private static func isInForce(_ key: SecretKey, _ database: Database) throws -> Bool {
        let lines = try database.all("SELECT at, kind, text, facts, seal FROM event ORDER BY id DESC LIMIT 2") { row in
            (
                line: AuditSeal.Line(
                    letter: nil, at: row.int(0), kind: row.text(1), staff: nil, text: row.text(2), document: nil,
                    facts: row.bytes(3)),
                seal: row.bytes(4)
            )
        }
        guard let last = lines.first else { return false }
        let previous = lines.count > 1 ? lines[1].seal : AuditSeal.beginning
        return SecretKey.areEqual(AuditSeal(key: key).seal(last.line, after: previous), last.seal)
    }
}
