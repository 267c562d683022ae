extension Check {
    /// The web server's user can read the release and write the data.
    static let serverUser = Check("web server's user") { examination in
        guard let user = examination.serverUser else { return [] }
        let data = examination.home.data
        let wishes: [(path: String, rights: UInt32, remedy: String)] = [
            (examination.home.snapshotSettings, 4, "chmod -R a+rX \(quoted(examination.home.releases))"),
            (examination.home.current + "/public/index.html", 4, "chmod -R a+rX \(quoted(examination.home.releases))"),
            (data.path, 7, "chmod u+rwx \(quoted(data.path))"),
            (data.incoming, 7, "chmod u+rwx \(quoted(data.incoming))"),
            (data.documents, 7, "chmod u+rwx \(quoted(data.documents))"),
            (data.database, 6, "chmod u+rw \(quoted(data.database))"),
            (data.database + "-wal", 6, "chmod u+rw \(quoted(data.database + "-wal"))"),
            (data.key, 4, "chmod u+r \(quoted(data.key))"),
        ]
        let found = wishes.compactMap { wish -> Finding? in
            guard let real = realPath(wish.path) else { return nil }
            if let folder = closedFolder(above: real, to: user) { return folder }
            guard let facts = FileFacts(real), !user.may(wish.rights, facts) else { return nil }
            let verb = wish.rights & 2 == 0 ? "read" : "write"
            return Finding(real, "\(facts.description), so \(user.name) cannot \(verb) it", "run: \(wish.remedy)")
        }
        // One closed folder stands above many files.
        return found.enumerated().filter { !found[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// The first folder on the way to a path that a user may not enter.
    static func closedFolder(above path: String, to user: SystemUser) -> Finding? {
        var folder = ""
        for name in path.split(separator: "/").dropLast() {
            folder += "/" + name
            guard let facts = FileFacts(folder), !user.may(1, facts) else { continue }
            return Finding(
                folder, "\(facts.description), so \(user.name) cannot enter it",
                facts.owner == user.id
                    ? "run: chmod u+x \(quoted(folder))" : "run: chmod a+x \(quoted(folder)), or move the home")
        }
        return nil
    }
}
