import CLinux
import Glibc

/// Files, TCP, devices and signals, as far as this kernel's Landlock goes.
enum Landlock {
    /// The kernel's ABI; 2 at least, since uploads are renamed from one folder to another.
    static func usableABI() throws(SandboxGap) -> Int {
        let abi = Int(pishkhan_landlock_abi())
        guard abi > 0 else { throw .noLandlock(errno: errno) }
        guard abi >= 2 else { throw .oldLandlock(abi: abi) }
        return abi
    }

    /// Refuses everything but reading files below one folder and working with those below the other.
    ///
    /// A folder that is not there allows nothing; who needs it says so better than this could.
    static func restrict(readable: String?, writable: String?) throws(SandboxGap) -> Int {
        let abi = try usableABI()
        let all = LandlockRights.all(abi: abi)
        var handled = pishkhan_landlock_rights(
            files: all.rawValue,
            tcp: abi >= 4 ? 0b11 : 0,  // binding and connecting
            scopes: abi >= 6 ? 0b11 : 0)  // abstract sockets and signals
        let ruleset = pishkhan_landlock_create(&handled)
        guard ruleset >= 0 else { throw .landlock(step: "make a ruleset", errno: errno) }
        defer { close(ruleset) }
        if let readable { try allow(.readFile, below: readable, in: ruleset) }
        if let writable {
            // SQLite makes, truncates and removes side files of its database, uploads are made, renamed and removed, and
            // a folder is opened to be synced. Its wish for /dev/urandom is refused: for the salts of its log, the only
            // random numbers that it needs here, it then takes time and process id.
            let working: LandlockRights = [
                .readFile, .writeFile, .readFolder, .makeFile, .removeFile, .refer, .truncate,
            ]
            try allow(working.intersection(all), below: writable, in: ruleset)
        }
        guard pishkhan_landlock_restrict(ruleset) == 0 else { throw .landlock(step: "restrict", errno: errno) }
        return abi
    }

    private static func allow(_ rights: LandlockRights, below folder: String, in ruleset: CInt) throws(SandboxGap) {
        let descriptor = pishkhan_open_place(folder)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard pishkhan_landlock_add_path(ruleset, rights.rawValue, descriptor) == 0 else {
            throw .landlock(step: "allow \(folder)", errno: errno)
        }
    }
}
