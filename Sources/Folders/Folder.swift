import Glibc

/// What is done with a whole folder.
public enum Folder {
    /// The names in a folder, sorted, without the two that every folder has; nil where it cannot be listed, with the reason
    /// in `errno`.
    public static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a file, or a folder with all that is in it; links are removed, not followed. What cannot be removed stays.
    public static func remove(_ path: String) { remove(path, in: AT_FDCWD) }

    /// Each folder is opened once and its files are named from there: a long way to each would have to be walked again.
    private static func remove(_ name: UnsafePointer<CChar>, in parent: CInt) {
        if unlinkat(parent, name, 0) == 0 || (errno != EISDIR && errno != EPERM) { return }
        let descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        guard let folder = fdopendir(descriptor) else {
            close(descriptor)
            return
        }
        while let entry = readdir(folder) {
            let first = (entry.pointee.d_name.0, entry.pointee.d_name.1, entry.pointee.d_name.2)
            if first.0 == 0x2e, first.1 == 0 || (first.1 == 0x2e && first.2 == 0) { continue }
            withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { remove($0, in: descriptor) }
            }
        }
        closedir(folder)
        unlinkat(parent, name, AT_REMOVEDIR)
    }
}
