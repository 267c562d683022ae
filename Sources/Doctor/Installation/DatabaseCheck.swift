import SQLite
import Store

extension Check {
    /// The database opens, is ours, and has this program's version.
    static let database = Check("database") { examination in
        let path = examination.home.data.database
        guard FileFacts(examination.home.data.path) != nil else { return [] }
        guard let facts = FileFacts(path) else {
            return [
                Finding(
                    path, "is missing",
                    "restore the data from a backup; a missing database is never made anew over people's documents")
            ]
        }
        guard facts.size >= DataFolder.smallestDatabase else {
            return [
                Finding(
                    path, "is empty or cut off", "restore the data from a backup, and leave the files beside it alone")
            ]
        }
        do {
            let database = try Database(path: path, mode: .readOnly)
            return try judged(path, try numbers(in: database))
        } catch {
            return [
                Finding(
                    path, "cannot be opened (\(error)); it \(facts.description)",
                    "run the check as root, or restore the data from a backup")
            ]
        }
    }

    private static func numbers(in database: Database) throws -> [Int] {
        try ["application_id", "user_version"].map { name in
            let sql: SQL = ""
            return try database.first(sql.following("PRAGMA \(name)")) { $0.int(0) } ?? 0
        }
    }

    private static func judged(_ path: String, _ numbers: [Int]) throws -> [Finding] {
        if numbers[0] != Schema.applicationID {
            return [Finding(path, "is no database of Pishkhan", "restore the data from a backup")]
        }
        if numbers[1] & Schema.handover != 0 {
            return [
                Finding(
                    path, "is in the middle of a renewal of the key, which was interrupted",
                    "run: pishkhan work (as the owner of the data), which finishes it, as any request does")
            ]
        }
        if numbers[1] < Schema.version {
            return [
                Finding(path, "has version \(numbers[1]), this program needs \(Schema.version)", "run: pishkhan build")
            ]
        }
        if numbers[1] > Schema.version {
            return [
                Finding(
                    path, "has version \(numbers[1]), this program only knows \(Schema.version)",
                    "install both programs of the newer version")
            ]
        }
        return []
    }
}
