import Glibc
import Portal

extension Setup {
    /// Makes a release with these programs, brings the database to their version, and gives the data to whom they belong.
    func makeRelease() throws(SetupFault) {
        let data = Installed.home + "/data"
        let isOwned = hasUser(owner) && ownerOf(data) == idOf(owner)
        // Whoever works with the data as another user must be gone first.
        if !isOwned, Changes.exists(data) { try stopServices() }
        try changes.run([Installed.command, "build", "--config", Installed.config, "--home", Installed.home])
        // Links in the data are not followed: they are another user's.
        if !isOwned { try changes.run(["chown", "--recursive", "--no-dereference", "\(owner):", data]) }
    }

    func hasUser(_ name: String) -> Bool { idOf(name) != nil }

    private func idOf(_ name: String) -> uid_t? { getpwnam(name)?.pointee.pw_uid }

    private func ownerOf(_ path: String) -> uid_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_uid : nil
    }
}
