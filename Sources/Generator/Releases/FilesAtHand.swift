import Glibc
import Store

/// The files of the served release that the spare folder holds as well: the next release, which is written in that folder, has
/// them already.
///
/// Of each file of a release the number is remembered that the file system has given it (inode(7)). Where the spare folder
/// holds a file of that number, it is the same one, and one look is enough to know that. They are looked at while the site is
/// being read.
struct FilesAtHand: Sendable {
    /// The files of the served release.
    private let list: FileList
    /// The number of each; 0 where it is not at hand.
    private let numbers: [ino_t]
    /// The document root in the spare folder.
    private let folder: FileIdentity

    /// Of the release that is served; nil where there is no spare folder, or the numbers are not known.
    ///
    /// - Parameters:
    ///   - path: the release's folder.
    ///   - made: when it was made: files that were changed afterwards are not at hand.
    init?(release: Int, at path: String, made: MadeBefore, in home: String) {
        guard let spare = SpareRelease(releases: home + "/releases").openPublicFolder() else { return nil }
        defer { close(spare) }
        guard let known = Self.remembered(home).content(of: release), let list = FileList(of: path),
            known.count == list.count * MemoryLayout<ino_t>.size
        else { return nil }
        self.list = list
        folder = FileIdentity(spare)
        numbers = known.withUnsafeBytes { known in
            list.map { place, path in
                let number = known.loadUnaligned(fromByteOffset: place * MemoryLayout<ino_t>.size, as: ino_t.self)
                let isAtHand = number != 0 && SpareRelease.keeps(path) && made.inode(of: path, in: spare) == number
                return isAtHand ? number : 0
            }
        }
    }

    /// The numbers of files that a folder holds already; 0 for the others.
    ///
    /// Found are those that stand at the same place in both lists, from the beginning or from the end: an edit mostly changes
    /// a few names with hashes, or adds a page.
    func numbers(of files: FileList, in folder: String) -> [ino_t] {
        var found = [ino_t](repeating: 0, count: files.count)
        guard FileIdentity(folder) == self.folder else { return found }
        for place in 0..<min(list.count, files.count) {
            let (own, other) = (list.count - 1 - place, files.count - 1 - place)
            if list.isSame(at: place, in: files, at: place) { found[place] = numbers[place] }
            if found[other] == 0, list.isSame(at: own, in: files, at: other) { found[other] = numbers[own] }
        }
        return found
    }

    /// Remembers the numbers of a release's files, which are in the order of its list, as this machine writes them.
    static func remember(_ numbers: [ino_t], of release: Int, in home: String) {
        remembered(home).set([numbers.withUnsafeBytes { Array($0) }[...]], of: release)
    }

    private static func remembered(_ home: String) -> Remembered { Remembered("file-numbers", in: home) }
}
