import Folders
import Store

extension Check {
    /// The data are one user's alone: folders, database, key and all else that is not a document.
    static let permissions = Check("permissions") { examination in
        let data = examination.home.data
        guard let folder = FileFacts(data.path) else {
            return [
                Finding(
                    data.path, "is missing",
                    "if this is a new portal run 'pishkhan build', otherwise: pishkhan restore FILE --home \(quoted(examination.home.path))"
                )
            ]
        }
        guard folder.kind == .folder else {
            return [Finding(data.path, "is no folder", "move it away, and restore the data from a backup")]
        }
        var findings = ownership(of: data.path, folder, examination)
        guard let own = Folder.names(in: data.path), let prefixes = Folder.names(in: data.documents) else {
            return findings + [
                Finding(
                    data.path, "cannot be listed", "run the check as root or as \(SystemUser.name(of: folder.owner))")
            ]
        }
        let paths = [data.path] + own.map { data.path + "/" + $0 } + prefixes.map { data.documents + "/" + $0 }
        for path in paths {
            // What was there a moment ago and is gone now is a file of a request at work.
            guard let facts = FileFacts(path) else { continue }
            findings += exposure(of: path, facts) + foreignness(of: path, facts, owner: folder.owner)
        }
        for path in [data.incoming, data.documents, data.wake] where FileFacts(path) == nil {
            findings.append(
                Finding(path, "is missing", "restore it from a backup, or make it anew for the owner of the data"))
        }
        return findings
    }

    /// Others than the owner can reach it.
    static func exposure(of path: String, _ facts: FileFacts) -> [Finding] {
        guard facts.kind != .link, facts.mode & 0o077 != 0 else { return [] }
        return [
            Finding(
                path, "\(facts.description), so others can reach people's letters", "run: chmod go-rwx \(quoted(path))")
        ]
    }

    /// It belongs to another user than the folder of the data.
    static func foreignness(of path: String, _ facts: FileFacts, owner: UInt32) -> [Finding] {
        let name = SystemUser.name(of: owner)
        if facts.kind == .link || facts.kind == .other {
            return [Finding(path, "is neither file nor folder", "find out who put it there, and remove it")]
        }
        guard facts.owner != owner else { return [] }
        return [
            Finding(
                path, "\(facts.description), but the data belong to \(name)",
                "run: chown \(name): \(quoted(path))")
        ]
    }

    /// The whole folder belongs to a user that is not the web server's.
    private static func ownership(of path: String, _ facts: FileFacts, _ examination: Examination) -> [Finding] {
        if let user = examination.user {
            guard facts.owner != user.id else { return [] }
            return [
                Finding(
                    path, "\(facts.description), but the web server runs programs as \(user.name)",
                    "run: chown -R \(user.name): \(quoted(path))")
            ]
        }
        guard facts.owner == 0 else { return [] }
        let usual = examination.webUser?.name ?? "USER"
        return [
            Finding(
                path, "\(facts.description), and web servers do not run programs as root",
                "run: chown -R \(usual): \(quoted(path)) (or say --user root, if yours does)")
        ]
    }
}
