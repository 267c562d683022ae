import Glibc
import Store

/// The files of the served release that the spare folder holds as well: the next release, which is written in that folder, has
/// them already.
///
/// Of each file of a release the number is remembered that the file system has given it (inode(7)). Where the spare folder
/// holds a file of that number, it is the same one, and one look is enough to know that. They are looked at while the site is
/// being read.
struct FilesAtHand: Sendable {
    /// The paths of the served release below its document root.
    private let paths: [String]
    /// The numbers of the files at these paths; 0 for those that are not at hand.
    private let numbers: [ino_t]
    /// The document root in the spare folder; nil where there is none.
    private let folder: FileIdentity?

    /// Of the release that is served; none where the numbers of its files are not known.
    ///
    /// - Parameter made: when it was made: files that were changed afterwards are not at hand.
    init(release: Int, made: MadeBefore, in home: String) {
        let spare = SpareRelease(releases: home + "/releases").openPublicFolder()
        defer { if let spare { close(spare) } }
        guard let spare, let known = Self.remembered(home).content(of: release),
            let paths = FileList.of("\(home)/releases/\(release)"),
            known.count == paths.count * MemoryLayout<ino_t>.size
        else {
            (paths, numbers, folder) = ([], [], nil)
            return
        }
        self.paths = paths
        folder = FileIdentity(spare)
        numbers = Array(known).withUnsafeBytes { known in
            paths.enumerated().map { place, path in
                let number = ino_t(
                    littleEndian: known.loadUnaligned(fromByteOffset: place * MemoryLayout<ino_t>.size, as: ino_t.self))
                let isAtHand = number != 0 && SpareRelease.keeps(path) && made.inode(of: path, in: spare) == number
                return isAtHand ? number : 0
            }
        }
    }

    /// The numbers of files that a folder holds already; 0 for the others.
    ///
    /// Found are those that stand at the same place in both lists, from the beginning or from the end: an edit mostly changes
    /// a few names with hashes, or adds a page.
    func numbers(of files: [ReleaseFile], in folder: String) -> [ino_t] {
        var found = [ino_t](repeating: 0, count: files.count)
        guard FileIdentity(folder) == self.folder else { return found }
        for place in 0..<min(paths.count, files.count) {
            let (own, other) = (paths.count - 1 - place, files.count - 1 - place)
            if paths[place] == files[place].path { found[place] = numbers[place] }
            if paths[own] == files[other].path { found[other] = numbers[own] }
        }
        return found
    }

    /// Remembers the numbers of a release's files, which are in the order of its list: eight bytes each, the lowest first.
    static func remember(_ numbers: [ino_t], of release: Int, in home: String) {
        let bytes = numbers.map(\.littleEndian).withUnsafeBytes { Array($0) }
        remembered(home).set([bytes[...]], of: release)
    }

    private static func remembered(_ home: String) -> Remembered { Remembered("file-numbers", in: home) }
}
