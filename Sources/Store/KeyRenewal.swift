import Desk
import SQLite
import Secrets

/// What renewing the desk's key has done.
public struct KeyRenewal: Equatable, Sendable {
    /// Lines of the audit that were sealed anew.
    public var auditLines = 0
    /// Names of the staff with an authenticator app, in their order: the app stays, their recovery codes are gone.
    public var staffWithApp: [String] = []
    /// Citizens with an authenticator app, for whom the same holds.
    public var citizensWithApp = 0
    /// Where database and key are kept as they were.
    public var copies: [String] = []
}

/// Why the desk's key is not renewed. All is as it was.
public enum KeyRenewalFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Somebody has the database open.
    case inUse(path: String)
    /// The sealed key of somebody's app does not open.
    case lostApp(holder: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .inUse(let path):
            "\(path) is in use: requests or commands are at work; stop the web server, and try again"
        case .lostApp(let holder):
            "the authenticator key of \(holder) does not open with the desk's key, so its app shows no right code any "
                + "more; reset it first: pishkhan staff reset NAME, or pishkhan applicants reset NUMBER"
        }
    }
}

extension Store {
    /// Puts a new key in the place of the desk's key, and carries over what depends on it: the audit, whose chain is
    /// proved with the old key before, and the keys of authenticator apps. Recovery codes, sessions, login codes, kept
    /// drafts, forms that are open and what limits have counted end.
    ///
    /// Nobody else can open the desk meanwhile; requests wait five seconds and then answer 503. A copy of database and key
    /// is kept beside them. The order is: the new key, durable, beside the old one, at whose sight processes that keep the
    /// desk open close it; one transaction with all that is
    /// sealed anew, which also says that the key is being handed over; the new key's name; the end of the handing over.
    /// Whoever opens a desk that was left in between finishes it, so there is no moment at which neither key opens it.
    ///
    /// The worker must not run: its lock is the caller's.
    ///
    /// - Parameter patience: milliseconds to wait for requests that are at work.
    /// - Throws: `KeyRenewalFault`, `AuditFault`, `StoreFault` or `SQLiteError`.
    public static func renewKey(_ folder: DataFolder, patience: Int32 = 30_000, now: Int) throws -> KeyRenewal {
        // Finishes what an earlier one has left.
        _ = try Store(opening: folder)
        // What a renewal that did not come to its end has left was never in force.
        FileSystem.remove(folder.nextKey)
        FileSystem.remove(folder.nextAuditHead)
        try FileSystem.create(folder.nextKey, SecretKey.randomBytes())
        let database = try Database(path: folder.database, mode: .readWrite, busyTimeout: patience)
        try database.keepOthersOut()
        do {
            guard try version(of: database, at: folder.database) == Schema.version else {
                throw KeyRenewalFault.inUse(path: folder.database)
            }
        } catch let error where error is KeyRenewalFault || (error as? SQLiteError)?.isBusy == true {
            FileSystem.remove(folder.nextKey)
            throw KeyRenewalFault.inUse(path: folder.database)
        }
        var renewal = KeyRenewal()
        renewal.copies = [folder.database + ".before-key", folder.key + ".before"]
        let old = try folder.secretKey()
        try keepCopy(of: database, at: renewal.copies[0])
        try FileSystem.replace(renewal.copies[1], try FileSystem.read(folder.key, limit: 33))

        let key = try folder.secretKey(at: folder.nextKey)
        try database.write {
            renewal.auditLines = try carryOver(database, folder, from: old, to: key)
            (renewal.staffWithApp, renewal.citizensWithApp) = try sealAuthenticators(in: database, from: old, to: key)
            for table in ["session", "loginCode", "tally"] { try database.runScript("DELETE FROM \(table)") }
            try Store(database, folder, key: key).addEvent(.keyRenewed, letter: nil, by: nil, now: now)
            try FileSystem.create(folder.nextAuditHead, fileBytes(of: try auditHead(in: database)))
            try FileSystem.syncFolder(folder.path)
            try database.runScript("PRAGMA user_version = \(Schema.version | Schema.handover)")
        }
        try finishRenewal(folder, database)
        return renewal
    }

    private static func carryOver(
        _ database: Database, _ folder: DataFolder, from old: SecretKey, to key: SecretKey
    ) throws -> Int {
        var proof = try AuditProof(key: old, folder: folder)
        let count = try sealAudit(in: database, with: key) { try proof.take($0, $1, $2, $3) }
        try proof.end(
            last: try database.first("SELECT seq FROM sqlite_sequence WHERE name = 'event'") { $0.int(0) } ?? 0)
        return count
    }

    /// Seals the keys of the apps anew, and clears the recovery codes.
    private static func sealAuthenticators(
        in database: Database, from old: SecretKey, to key: SecretKey
    ) throws -> (staff: [String], citizens: Int) {
        let staff = try database.all(
            "SELECT id, authenticator, name FROM staff WHERE length(authenticator) > 0 ORDER BY name"
        ) {
            (id: $0.int(0), sealed: $0.bytes(1), name: $0.text(2))
        }
        let citizens = try database.all("SELECT id, authenticator FROM applicant WHERE length(authenticator) > 0") {
            (id: $0.int(0), sealed: $0.bytes(1))
        }
        func sealedAnew(_ sealed: [UInt8], _ holder: String) throws(KeyRenewalFault) -> [UInt8] {
            let context = Array(holder.utf8)
            guard let app = old.open(sealed, for: .authenticator, context: context) else {
                throw .lostApp(holder: holder)
            }
            return key.seal(app, for: .authenticator, context: context)
        }
        for row in staff {
            let sealed = try sealedAnew(row.sealed, Session.Holder.place(ofStaff: row.id))
            try database.run("UPDATE staff SET authenticator = \(sealed) WHERE id = \(row.id)")
        }
        for row in citizens {
            let sealed = try sealedAnew(row.sealed, Session.Holder.place(ofApplicant: row.id))
            try database.run("UPDATE applicant SET authenticator = \(sealed) WHERE id = \(row.id)")
        }
        try database.runScript(
            "UPDATE staff SET recoveryCodes = NULL; UPDATE applicant SET recoveryCodes = NULL WHERE recoveryCodes NOTNULL"
        )
        return (staff.map(\.name), citizens.count)
    }
}
