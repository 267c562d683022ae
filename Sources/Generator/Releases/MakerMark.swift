import Folders
import Glibc

/// Which build of the program made the release that is served: another one may make other pages of the same site.
///
/// It stands beside the releases, not in them: they are the same whoever makes them.
struct MakerMark {
    private let path: String

    init(home: String) { path = home + "/maker" }

    /// Whether this very program made a release; false where that is not known.
    func isThisProgram(release: Int) -> Bool {
        guard let found = WholeFile.bytes(of: path), let wanted = Self.mark(release) else { return false }
        return found == Array(wanted.utf8)
    }

    /// Says that this program has made a release. Where it cannot be said, the next release is made from scratch.
    func set(release: Int) {
        unlink(path)
        guard let mark = Self.mark(release) else { return }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        _ = write(descriptor, mark, mark.utf8.count)
        close(descriptor)
    }

    /// A program is known by its file: its size, and the moment in which it was written.
    private static func mark(_ release: Int) -> String? {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        return "\(release) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)\n"
    }
}
