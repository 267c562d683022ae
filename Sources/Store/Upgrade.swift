import Glibc
import SQLite
import Secrets

extension Store {
    /// Brings a database to this version in one transaction, after a copy of it was made beside it.
    static func upgrade(_ folder: DataFolder) throws -> Preparation {
        do {
            return try upgraded(folder)
        } catch let error as SQLiteError where error.isFull {
            throw StoreFault.noRoomToUpgrade(path: folder.database, reason: error.message)
        } catch StoreFault.system(_, _, let errno) where errno == ENOSPC || errno == EDQUOT {
            throw StoreFault.noRoomToUpgrade(path: folder.database, reason: errorText(errno))
        }
    }

    private static func upgraded(_ folder: DataFolder) throws -> Preparation {
        let database = try Database(path: folder.database, mode: .readWrite)
        try finishRenewal(folder, database)
        let key = try folder.secretKey()
        guard try version(of: database, at: folder.database) < Schema.version else { return .unchanged }
        return try database.write {
            // From here on nobody else writes, so the copy is what the steps begin with.
            let found = try version(of: database, at: folder.database)
            guard found < Schema.version else { return .unchanged }
            let copy = folder.database + ".before-\(Schema.version)"
            try keepCopy(of: try Database(path: folder.database, mode: .readOnly), at: copy)
            let isSealed = try database.first("SELECT 1 FROM pragma_table_info('event') WHERE name = 'seal'") { _ in
                true
            }
            try Schema.carryOut(from: found, in: database)
            if isSealed == nil {
                _ = try sealAudit(in: database, with: key)
                // Before the commit, as an upgrade that ends in between begins anew.
                try write(try auditHead(in: database), to: folder)
            }
            return .upgraded(from: found, to: Schema.version, copy: copy)
        }
    }

    static func version(of database: Database, at path: String) throws -> Int {
        let found = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
        guard found <= Schema.version else {
            throw StoreFault.wrongVersion(path: path, found: found, expected: Schema.version)
        }
        return found
    }

    /// A copy that an upgrade or a renewal of the key has left that did not come to its end is replaced: the desk may have gone on since.
    static func keepCopy(of database: Database, at copy: String) throws {
        let draft = copy + ".new"
        unlink(draft)
        do {
            try FileSystem.create(draft, [])
            try database.copy(to: draft)
            try FileSystem.sync(draft)
            try FileSystem.rename(draft, to: copy)
        } catch {
            // Half a copy on a full disk would keep letters out.
            unlink(draft)
            throw error
        }
        try FileSystem.syncFolder(FileSystem.parent(of: copy))
    }
}
