import BuiltIn
import Portal

extension Setup {
    /// The system user that owns the letters.
    func makeUser() throws(SetupFault) {
        let file = "/usr/lib/sysusers.d/pishkhan.conf"
        if !isPackaged { try changes.write(builtIn("pishkhan.sysusers"), to: "/etc/sysusers.d/pishkhan.conf") }
        guard !hasUser(Installed.user) else { return }
        try changes.run(["systemd-sysusers", isPackaged ? file : "/etc/sysusers.d/pishkhan.conf"])
    }

    /// A file of `cgi-bin/systemd/`.
    func builtIn(_ name: String) -> [UInt8] {
        guard let file = BuiltIn.units[name] else { preconditionFailure("built_in.c has no \(name)") }
        return file.bytes
    }
}
