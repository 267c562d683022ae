import Glibc
import Store

/// Takes a backup apart into an empty home: `data`, laid out as the store does, and `config`.
func extract(_ path: String, _ descriptor: CInt, to home: Home) throws {
    try home.data.create()
    guard mkdir(home.path + "/config", 0o755) == 0 else { throw BackupFault.system("make", home.path + "/config") }
    var reader = ArchiveReader(path, descriptor: descriptor)
    try reader.readAll { member, bytes in
        let target: String
        switch BackupMember(member.path, isFolder: member.isFolder) {
        case .label, .folder: return
        case .database: target = home.data.database
        case .key: target = home.data.key
        case .wake: target = home.data.wake
        case .document(let place): target = home.data.documents + "/" + place
        case .config(let name):
            target = home.path + "/config/" + name
            try makeFolders(above: target, below: home.path + "/config")
        // The file was another one when it was checked.
        case nil: throw BackupFault.foreign(path: path, reason: "it holds \(member.path.debugDescription)")
        }
        // Config files may hold secrets: the administrator opens what is to be open.
        let file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw BackupFault.system("make", target) }
        defer { close(file) }
        try bytes { piece in
            var rest = piece[...]
            while !rest.isEmpty {
                let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { throw BackupFault.system("write", target) }
                rest = rest.dropFirst(count)
            }
        }
        let times = [timespec(tv_sec: member.written, tv_nsec: 0), timespec(tv_sec: member.written, tv_nsec: 0)]
        _ = futimens(file, times)
    }
}

private func makeFolders(above path: String, below top: String) throws(BackupFault) {
    var folder = top
    for name in path.dropFirst(top.count).split(separator: "/").dropLast() {
        folder += "/" + name
        if mkdir(folder, 0o755) != 0, errno != EEXIST { throw .system("make", folder) }
    }
}
