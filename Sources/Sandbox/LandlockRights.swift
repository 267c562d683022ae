/// `LANDLOCK_ACCESS_FS_…`: what can be done with files (<https://docs.kernel.org/userspace-api/landlock.html>).
struct LandlockRights: OptionSet, Sendable {
    let rawValue: UInt64

    static var writeFile: Self { Self(rawValue: 1 << 1) }
    static var readFile: Self { Self(rawValue: 1 << 2) }
    static var readFolder: Self { Self(rawValue: 1 << 3) }
    static var removeFile: Self { Self(rawValue: 1 << 5) }
    static var makeFile: Self { Self(rawValue: 1 << 8) }
    /// Renaming and linking between folders, since ABI 2. It is refused wherever it is not allowed, even unnamed.
    static var refer: Self { Self(rawValue: 1 << 13) }
    /// Since ABI 3.
    static var truncate: Self { Self(rawValue: 1 << 14) }

    /// Everything that an ABI can refuse.
    static func all(abi: Int) -> Self {
        // 13 rights in ABI 1; REFER, TRUNCATE and IOCTL_DEV came one by one.
        let count = abi >= 5 ? 16 : abi >= 3 ? 15 : abi == 2 ? 14 : 13
        return Self(rawValue: (1 << count) - 1)
    }

    /// What an ABI refuses, in words.
    static func summary(abi: Int) -> String {
        var words = ["files"]
        if abi >= 3 { words.append("truncating") }
        if abi >= 4 { words.append("TCP") }
        if abi >= 5 { words.append("devices") }
        if abi >= 6 { words.append("abstract sockets and signals to other processes") }
        return words.joined(separator: ", ")
    }
}
