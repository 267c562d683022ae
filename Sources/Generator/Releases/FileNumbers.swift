import Folders
import Glibc

/// The numbers that the file system has given the files of the served release (inode(7)), as far as they are known: where the
/// folder of the next release holds a file of the same number, it is the same file, and one look is enough to know that.
///
/// They stand beside the releases, not in them: a release is the same wherever it is made.
struct FileNumbers: Sendable {
    /// The paths below the document root.
    private let paths: [String]
    /// The numbers of the files at these paths; 0 where it is not known.
    private let numbers: [ino_t]

    /// Of the release that is served; none where they are those of another one.
    init(release: Int, in home: String) {
        let lines = WholeFile.bytes(of: Self.path(home))?.split(separator: UInt8(ascii: "\n")) ?? []
        let values = lines.map { $0.reduce(0) { $0 &* 10 &+ (ino_t($1) &- 0x30) } }
        let paths = FileList.of("\(home)/releases/\(release)") ?? []
        let areOwn = values.first == ino_t(exactly: release) && values.count == paths.count + 1
        (self.paths, numbers) = areOwn ? (paths, Array(values.dropFirst())) : ([], [])
    }

    /// The numbers of files of which those stand at the same place in both lists, from the beginning or from the end, that are
    /// at the same path: an edit mostly changes a few names with hashes, or adds a page. 0 for the others.
    func known(for others: [ReleaseFile]) -> [ino_t] {
        var known = [ino_t](repeating: 0, count: others.count)
        for place in 0..<min(paths.count, others.count) {
            let (own, other) = (paths.count - 1 - place, others.count - 1 - place)
            if paths[place] == others[place].path { known[place] = numbers[place] }
            if paths[own] == others[other].path { known[other] = numbers[own] }
        }
        return known
    }

    /// Remembers the numbers of a release's files, which are in the order of its list. Where that cannot be done, the next
    /// build looks twice at each file.
    static func set(_ numbers: [ino_t], release: Int, in home: String) {
        let path = path(home)
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var lines = Array("\(release)\n".utf8)
        for number in numbers {
            lines += String(number).utf8
            lines.append(UInt8(ascii: "\n"))
        }
        if (try? ReleaseFolder.write(lines, to: descriptor, path)) == nil { unlink(path) }
    }

    private static func path(_ home: String) -> String { home + "/file-numbers" }
}
