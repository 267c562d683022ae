import Folders
import Glibc
import Portal
import Processors
import Store

/// The release that is served, as far as the next one can take over from it.
///
/// What it was made from stands in its snapshot, so what is compared are the values themselves: no list of what a page
/// depends on can be forgotten, and no number has to stand for them.
public struct ServedRelease: Sendable {
    private let number: Int
    /// The folder that the web server reads.
    let publicFolder: String
    private let frame: Frame
    private var tree: UnitTree
    private let made: timespec
    /// The numbers of its files, as far as they are known.
    let numbers: FileNumbers

    /// nil where no release is served, or one that another program has made: that may make other files of the same site.
    public init?(home: String) {
        guard let number = ReleaseFolder.served(in: home), MakerMark(home: home).isThisProgram(release: number) else {
            return nil
        }
        let folder = "\(home)/releases/\(number)"
        var status = stat()
        guard stat(folder, &status) == 0, let snapshot = try? PortalSnapshot(opening: folder + "/private"),
            let frame = Frame(snapshot), let units = try? snapshot.units()
        else { return nil }
        self.number = number
        made = status.st_mtim
        publicFolder = folder + "/public"
        self.frame = frame
        tree = UnitTree(units)
        numbers = FileNumbers(release: number, in: home)
    }

    /// The unit of an id.
    func unit(_ id: String) -> PortalUnit? { tree[id] }

    /// Whether it is still the one that is served.
    func isCurrent(in home: String) -> Bool { ReleaseFolder.served(in: home) == number }

    /// Makes the units that are the same as those of a new release the very same, which is seen at once wherever they are
    /// compared again.
    mutating func share(_ new: UnitTree) {
        tree.share(
            onAllProcessors(tree.all) { unit in
                guard let other = new[unit.id], other == unit else { return unit }
                return other
            })
    }

    /// Whether what all pages share is the same.
    func hasSame(_ frame: Frame) -> Bool { self.frame == frame }

    /// Whether a unit and its surroundings are the same as in another tree.
    func hasSame(_ unit: PortalUnit, in other: UnitTree) -> Bool {
        guard let own = tree[unit.id], own == unit else { return false }
        return tree.surroundings(of: own) == other.surroundings(of: unit)
    }

    /// The bytes of a file that the web server gets; nil where there is none, or where somebody has changed it since.
    func bytes(of path: String) -> [UInt8]? {
        inode(ofFileAsMade: path, in: AT_FDCWD, below: publicFolder + "/")
            .flatMap { _ in WholeFile.bytes(of: publicFolder + "/" + path) }
    }

    /// The number of a file that is there and was not touched after the release had been made.
    ///
    /// - Parameters:
    ///   - folder: a descriptor of the public folder; another one where `start` leads there.
    func inode(ofFileAsMade path: String, in folder: CInt, below start: String = "") -> ino_t? {
        var status = stat()
        guard fstatat(folder, start + path, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        let changed = status.st_mtim
        return (changed.tv_sec, changed.tv_nsec) <= (made.tv_sec, made.tv_nsec) ? status.st_ino : nil
    }
}
