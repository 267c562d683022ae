import Folders
import SQLite

extension Check {
    /// Seconds after which a file without a row is no longer one of a request at work, nor one that the worker has yet to
    /// sweep: it does so every hour with those of a day.
    private static let patience = 2 * 86_400

    /// Every file below the data is one that the database knows.
    static let orphans = Check("files without rows") { examination in
        let data = examination.home.data
        guard let database = examination.database else { return [] }
        let strays = try (Folder.names(in: data.documents) ?? []).flatMap { prefix in
            // The files first: whatever is registered meanwhile has its row afterwards.
            let files = Folder.names(in: data.documents + "/" + prefix) ?? [""]
            let known = Set(
                try database.all(
                    """
                    SELECT path FROM document
                    WHERE path >= \(prefix + "/") AND path < \(prefix + "0") AND removed = 0
                    """
                ) { $0.text(0) })
            return files.map { prefix + "/" + $0 }.filter { !known.contains($0) }.compactMap { place in
                judged(data.documents + "/" + place, isOurs: DocumentRow.isPlace(place), examination)
            }
        }
        let uploads = (Folder.names(in: data.incoming) ?? []).map { data.incoming + "/" + $0 }.compactMap { path in
            FileFacts(path).flatMap { examination.now - $0.written > patience ? stale(path, $0, examination) : nil }
        }
        return strays + uploads
    }

    private static func judged(_ path: String, isOurs: Bool, _ examination: Examination) -> Finding? {
        guard let facts = FileFacts(path) else { return nil }
        guard isOurs, facts.kind == .file else {
            return Finding(
                path, "is no document of the desk (it \(facts.description))", "find out who put it there, and remove it"
            )
        }
        guard examination.now - facts.written > patience else {
            return Finding(
                .note, path, "belongs to no letter (written \(max(0, examination.now - facts.written)) seconds ago)",
                "nothing is to be done: a request that was cut off has left it, and the worker deletes it after a day")
        }
        return stale(path, facts, examination)
    }

    private static func stale(_ path: String, _ facts: FileFacts, _ examination: Examination) -> Finding {
        Finding(
            path, "belongs to no letter, and is \((examination.now - facts.written) / 86_400) days old",
            "run: pishkhan work --home \(quoted(examination.home.path)), which deletes such files")
    }
}
