import BuiltIn
import CLinux
import Folders
import Glibc

/// Writes files, such as a site, into a folder that does not exist or is empty: all of it, or nothing.
///
/// A folder that does not exist appears whole. In an empty one, which keeps its owner and mode, a config appears last.
public func makeFolder(_ path: String, holding files: [BuiltInFile]) throws(StarterFault) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var status = stat()
    if stat(path, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path) }
        guard let names = Folder.names(in: path) else { throw .system("list", path) }
        guard names.isEmpty else { throw .notEmpty(path, sample: names[0]) }
        try fill(path, with: files)
    } else {
        guard errno == ENOENT else { throw .system("look at", path) }
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let draft = try draftFolder(path[..<cut] + ".\(path[cut...]).XXXXXX", asked: path)
        try orRemoving(draft) { () throws(StarterFault) in
            try write(files, to: draft)
            guard rename(draft, path) == 0 else { throw .system("make", path) }
        }
    }
}

private func fill(_ folder: String, with files: [BuiltInFile]) throws(StarterFault) {
    let draft = try draftFolder(folder + "/.new.XXXXXX", asked: folder)
    try orRemoving(draft) { () throws(StarterFault) in
        try write(files, to: draft)
        let names = Folder.names(in: draft) ?? []
        for name in names.filter({ $0 != "portal.json5" }) + names.filter({ $0 == "portal.json5" }) {
            guard rename("\(draft)/\(name)", "\(folder)/\(name)") == 0 else {
                let fault = StarterFault.system("write", "\(folder)/\(name)")
                for name in names { Folder.remove("\(folder)/\(name)") }
                throw fault
            }
        }
        rmdir(draft)
    }
}

/// - Parameter asked: the folder that was asked for, by which a fault is told.
private func draftFolder(_ template: String, asked: String) throws(StarterFault) -> String {
    var path = Array(template.utf8CString)
    guard mkdtemp(&path) != nil else { throw .system("make", asked) }
    return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

private func orRemoving(_ draft: String, _ body: () throws(StarterFault) -> Void) throws(StarterFault) {
    do {
        try body()
    } catch {
        Folder.remove(draft)
        throw error
    }
}

/// Writes the files and makes them durable. Others may read them: there is no secret in them.
private func write(_ files: [BuiltInFile], to folder: String) throws(StarterFault) {
    guard chmod(folder, 0o755) == 0 else { throw .system("open up", folder) }
    for file in files {
        let path = folder + "/" + file.path
        for (index, byte) in path.utf8.enumerated() where byte == 0x2f && index > folder.utf8.count {
            let parent = String(decoding: path.utf8.prefix(index), as: UTF8.self)
            guard mkdir(parent, 0o755) == 0 || errno == EEXIST else { throw .system("make", parent) }
        }
        guard NewFile.write(file.bytes, to: path, mode: file.isProgram ? 0o755 : 0o644) else {
            throw .system("write", path)
        }
    }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", folder) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw .system("sync", folder) }
}
