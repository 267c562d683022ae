import Glibc
import SQLite
import Secrets

extension Store {
    /// Brings a database to this version in one transaction, after a copy of it was made beside it.
    static func upgrade(_ folder: DataFolder) throws -> Preparation {
        guard let key = SecretKey(bytes: try FileSystem.read(folder.key, limit: 33)) else {
            throw StoreFault.damagedKey(path: folder.key)
        }
        let database = try Database(path: folder.database, mode: .readWrite)
        guard try version(of: database, at: folder.database) < Schema.version else { return .unchanged }
        return try database.write {
            // From here on nobody else writes, so the copy is what the steps begin with.
            let found = try version(of: database, at: folder.database)
            guard found < Schema.version else { return .unchanged }
            let copy = folder.database + ".before-\(Schema.version)"
            try keepCopy(of: folder.database, at: copy)
            let isSealed = try database.first("SELECT 1 FROM pragma_table_info('event') WHERE name = 'seal'") { _ in
                true
            }
            try Schema.carryOut(from: found, in: database)
            if isSealed == nil {
                try seal(database, key)
                // Before the commit, as an upgrade that ends in between begins anew.
                try write(try auditHead(in: database), to: folder)
            }
            return .upgraded(from: found, to: Schema.version, copy: copy)
        }
    }

    private static func version(of database: Database, at path: String) throws -> Int {
        let found = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
        guard found <= Schema.version else {
            throw StoreFault.wrongVersion(path: path, found: found, expected: Schema.version)
        }
        return found
    }

    /// A copy that an upgrade has left that did not come to its end is replaced: the desk may have gone on since.
    private static func keepCopy(of path: String, at copy: String) throws {
        let draft = copy + ".new"
        unlink(draft)
        try FileSystem.create(draft, [])
        try Database(path: path, mode: .readOnly).copy(to: draft)
        try FileSystem.sync(draft)
        try FileSystem.rename(draft, to: copy)
        try FileSystem.syncFolder(FileSystem.parent(of: copy))
    }

    /// Seals the lines of an audit that was written before there were seals, as they are now.
    private static func seal(_ database: Database, _ key: SecretKey) throws {
        let seals = AuditSeal(key: key)
        var previous = AuditSeal.beginning
        let lines = try database.all(
            """
            SELECT event.id, letter, at, kind, staff.name, text, document
            FROM event LEFT JOIN staff ON staff.id = event.staff ORDER BY event.id
            """
        ) { row in
            let line = AuditSeal.Line(
                letter: row.optionalInt(1), at: row.int(2), kind: row.text(3), staff: row.optionalText(4),
                text: row.text(5), document: row.optionalInt(6))
            return (id: row.int(0), line: line)
        }
        for (id, unsealed) in lines {
            var line = unsealed
            line.facts = try seals.facts(of: line, in: database)
            previous = seals.seal(line, after: previous)
            try database.run("UPDATE event SET facts = \(line.facts), seal = \(previous) WHERE id = \(id)")
        }
    }
}
