import Glibc
import SQLite

extension Store {
    /// Makes a desk of data that a backup has brought: of this version, with room to grow, nobody signed in, and with the
    /// head of the audit that they hold.
    ///
    /// Whoever signed out since the backup was made stays signed out. Messages that waited then wait again.
    public static func adopt(_ folder: DataFolder) throws {
        let id = try Database(path: folder.database, mode: .readOnly).first("PRAGMA application_id") { $0.int(0) }
        guard id == Schema.applicationID else { throw StoreFault.foreignDatabase(path: folder.database) }
        // A copy of a database is not in WAL mode any more.
        try Database(path: folder.database, mode: .readWrite).run("PRAGMA journal_mode = WAL")
        if case .upgraded(_, _, let copy) = try upgrade(folder) { unlink(copy) }
        let database = try Database(path: folder.database, mode: .readWrite)
        try database.write {
            try database.run("DELETE FROM session")
            try database.run("DELETE FROM loginCode")
        }
        try makeRoom(in: database)
        if !FileSystem.exists(folder.wake) { try FileSystem.create(folder.wake, []) }
        try write(try auditHead(in: database), to: folder)
    }
}
