import Glibc

/// Which build of the program made the release that is served: another one may make other pages of the same site.
struct MakerMark {
    private let remembered: Remembered

    init(home: String) { remembered = Remembered("maker", in: home) }

    /// Whether this very program made a release; false where that is not known.
    func isThisProgram(release: Int) -> Bool {
        guard let found = remembered.content(of: release), let wanted = Self.mark else { return false }
        return found.elementsEqual(wanted.utf8)
    }

    /// Says that this program has made a release. Where it cannot be said, the next release is made from scratch.
    func set(release: Int) {
        if let mark = Self.mark { remembered.set([Array(mark.utf8)[...]], of: release) }
    }

    /// A program is known by its file: its size, and the moment in which it was written.
    private static var mark: String? {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)\n"
    }
}
