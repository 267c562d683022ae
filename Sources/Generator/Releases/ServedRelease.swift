import Configuration
import Folders
import Glibc
import JSON5
import Portal
import Processors
import Store

/// The release that is served, as far as the next one can take over from it.
///
/// What it was made from stands in its snapshot, so what is compared are the values themselves: no list of what a page
/// depends on can be forgotten, and no number has to stand for them.
public struct ServedRelease: Sendable {
    /// Its number.
    let number: Int
    /// The folder that holds it.
    let folder: String
    /// The folder that the web server reads.
    let publicFolder: String
    private let frame: Frame
    /// Its units.
    let tree: UnitTree
    /// When it was made.
    let made: MadeBefore
    private let atHand: Meanwhile<FilesAtHand?>
    private let unitsRead: Meanwhile<ReadList?>

    /// nil where no release is served, or one that another program has made: that may make other files of the same site.
    public init?(home: String) {
        guard let number = ReleaseFolder.served(in: home), MakerMark(home: home).isThisProgram(release: number) else {
            return nil
        }
        let folder = "\(home)/releases/\(number)"
        var status = stat()
        guard stat(folder, &status) == 0, let snapshot = try? PortalSnapshot(opening: folder + "/private"),
            let frame = Frame(snapshot)
        else { return nil }
        let made = MadeBefore(status)
        unitsRead = Meanwhile { UnitsRead(home: home).list(of: number) }
        atHand = Meanwhile { FilesAtHand(release: number, at: folder, made: made, in: home) }
        guard let units = try? snapshot.units() else { return nil }
        self.number = number
        self.made = made
        self.folder = folder
        publicFolder = folder + "/public"
        self.frame = frame
        tree = UnitTree(units)
    }

    /// What is known of the units file that it was made from.
    public var units: KnownUnits? { unitsRead.value.flatMap { KnownUnits($0, tree.all) } }

    /// Its files that the next release has already.
    var filesAtHand: FilesAtHand? { atHand.value }

    /// The languages of its pages.
    var languages: [Language] { frame.settings.languages }

    /// Whether it is still the one that is served.
    func isCurrent(in home: String) -> Bool { ReleaseFolder.served(in: home) == number }

    /// Whether what all pages share is the same.
    func hasSame(_ frame: Frame) -> Bool { self.frame == frame }

    /// The bytes of a file that the web server gets; nil where there is none, or where somebody has changed it since.
    func bytes(of path: String) -> [UInt8]? {
        made.inode(of: publicFolder + "/" + path, in: AT_FDCWD)
            .flatMap { _ in WholeFile.bytes(of: publicFolder + "/" + path) }
    }
}
