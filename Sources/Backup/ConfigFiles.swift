import Folders
import Glibc

/// A file of the config's folder.
struct ConfigFile {
    /// The name below the folder.
    let name: String
    let path: String
    let mode: Int
}

/// All files below a folder, links followed, hidden ones left out.
func configFiles(below folder: String) throws(BackupFault) -> [ConfigFile] {
    try files(below: folder, prefix: "", depth: 0)
}

private func files(below folder: String, prefix: String, depth: Int) throws(BackupFault) -> [ConfigFile] {
    // A link that leads upwards would never end.
    guard depth < 16 else { throw .system(doing: "read", path: folder, reason: "folders within folders without end") }
    guard let names = Folder.names(in: folder) else { throw .system("list", folder) }
    var found: [ConfigFile] = []
    for name in names where !name.hasPrefix(".") {
        let path = folder + "/" + name
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system("look at", path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: found.append(ConfigFile(name: prefix + name, path: path, mode: Int(status.st_mode & 0o777)))
        case S_IFDIR: found += try files(below: path, prefix: prefix + name + "/", depth: depth + 1)
        default: continue
        }
    }
    return found
}

/// What follows the last slash.
func lastName(of path: String) -> String { String(path.split(separator: "/").last ?? "") }
