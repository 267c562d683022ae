import Glibc
import Portal
import Store

/// The release that is served, as far as the next one can take over from it.
///
/// What it was made from stands in its snapshot, so what is compared are the values themselves: no list of what a page
/// depends on can be forgotten, and no number has to stand for them.
struct ServedRelease: Sendable {
    /// The folder that the web server reads.
    let publicFolder: String
    private let frame: Frame
    private let tree: UnitTree
    private let made: timespec

    /// nil where no release is served, or one that another program has made: that may make other files of the same site.
    init?(home: String) {
        guard let number = ReleaseFolder.served(in: home), MakerMark(home: home).isThisProgram(release: number) else {
            return nil
        }
        let folder = "\(home)/releases/\(number)"
        var status = stat()
        guard stat(folder, &status) == 0, let snapshot = try? PortalSnapshot(opening: folder + "/private"),
            let frame = Frame(snapshot), let units = try? snapshot.units()
        else { return nil }
        made = status.st_mtim
        publicFolder = folder + "/public"
        self.frame = frame
        tree = UnitTree(units)
    }

    /// Whether what all pages share is the same.
    func hasSame(_ frame: Frame) -> Bool { self.frame == frame }

    /// Whether a unit and its surroundings are the same.
    func hasSame(_ unit: UnitSurroundings) -> Bool {
        tree[unit.unit.id].map { tree.surroundings(of: $0) == unit } ?? false
    }

    /// The bytes of a file that the web server gets; nil where there is none, or where somebody has changed it since.
    func bytes(of path: String) -> [UInt8]? {
        isAsMade(path) ? ReleaseFolder.bytes(of: publicFolder + "/" + path) : nil
    }

    /// Whether a file is there and was not touched after the release had been made.
    func isAsMade(_ path: String) -> Bool {
        var status = stat()
        guard lstat(publicFolder + "/" + path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        let changed = status.st_mtim
        return (changed.tv_sec, changed.tv_nsec) <= (made.tv_sec, made.tv_nsec)
    }
}
