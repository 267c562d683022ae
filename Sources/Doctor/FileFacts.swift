import Glibc

/// What the system says of a file.
struct FileFacts {
    /// What a path can be.
    enum Kind { case file, folder, link, other }

    let kind: Kind
    let owner: uid_t
    let group: gid_t
    /// The twelve bits of permissions.
    let mode: UInt32
    let size: Int
    /// UTC seconds of the last change of its bytes.
    let written: Int

    /// Looks at a path; nil where there is nothing, or nothing that we may see.
    init?(_ path: String, followingLinks: Bool = false) {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        owner = status.st_uid
        group = status.st_gid
        mode = status.st_mode & 0o7777
        size = Int(status.st_size)
        written = Int(status.st_mtim.tv_sec)
    }

    /// `0640`.
    var modeText: String { "0" + String(mode, radix: 8) }

    /// `belongs to root and has mode 0755`.
    var description: String { "belongs to \(SystemUser.name(of: owner)) and has mode \(modeText)" }
}

/// The first bytes of a file; nil where it cannot be read.
func contents(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
        let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: count), limit - count) }
        guard got >= 0 else { return nil }
        if got == 0 { break }
        count += got
    }
    return Array(bytes.prefix(count))
}

/// A path without links in it; nil where there is nothing.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
