import Folders
import Glibc

/// All that setup does to the machine goes through here: it is told, and in a dry run only told.
final class Changes {
    /// Whether nothing is changed.
    let isDry: Bool
    private let tell: (String) -> Void

    /// - Parameter tell: takes a line for each change.
    init(isDry: Bool, telling tell: @escaping (String) -> Void) {
        self.isDry = isDry
        self.tell = tell
    }

    /// Something to know.
    func note(_ text: String) { tell("note: \(text)") }

    /// Runs a command that must succeed.
    func run(_ words: [String]) throws(SetupFault) {
        tell("run: \(words.joined(separator: " "))")
        guard !isDry else { return }
        let ended = try ProgramRun(words)
        guard ended.status == 0 else { throw .command(words, said: ended.said) }
    }

    /// Writes a file where it is not so already; answers whether it was not.
    @discardableResult
    func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws(SetupFault) -> Bool {
        guard WholeFile.bytes(of: path) != bytes else { return false }
        tell("write: \(path)")
        guard !isDry else { return true }
        try makeFolders(above: path)
        // Beside it first, so that nobody reads half a file.
        let draft = path + ".pishkhan-new"
        unlink(draft)
        guard NewFile.write(bytes, to: draft, mode: mode), chmod(draft, mode) == 0, rename(draft, path) == 0 else {
            throw Self.refused("write", path)
        }
        return true
    }

    /// Removes a file or a folder with all in it; nothing where it is not there.
    func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        tell("remove: \(path)")
        guard !isDry else { return }
        Folder.remove(path)
    }

    /// Makes a symbolic link where there is none; answers whether there was none.
    @discardableResult
    func link(_ path: String, to target: String) throws(SetupFault) -> Bool {
        var status = stat()
        guard lstat(path, &status) != 0 else { return false }
        tell("link: \(path) to \(target)")
        guard !isDry else { return true }
        guard symlink(target, path) == 0 else { throw Self.refused("make", path) }
        return true
    }

    /// Whether there is something at a path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func refused(_ doing: String, _ path: String) -> SetupFault {
        .system(doing: doing, path: path, reason: String(cString: strerror(errno)))
    }

    private func makeFolders(above path: String) throws(SetupFault) {
        for (index, byte) in path.utf8.enumerated() where byte == 0x2f && index > 0 {
            let folder = String(decoding: path.utf8.prefix(index), as: UTF8.self)
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw Self.refused("make", folder) }
        }
    }
}
