import Folders
import Glibc

/// The release that was the last to be pruned: the next one is written in its folder.
///
/// Most of its files are the very ones that the served release holds too, and stay where they are. Making and removing
/// tens of thousands of folders for each edit takes seconds on many a disk.
struct SpareRelease {
    private let path: String

    init(releases: String) { path = releases + "/" + Self.name }

    /// Its name among the releases, which no list shows.
    static let name = ".spare"

    /// Keeps a release that is no longer needed.
    func keep(_ release: String) {
        Folder.remove(path)
        if rename(release, path) != 0 { Folder.remove(release) }
    }

    /// Opens the document root of the spare release; nil where there is none.
    func openPublicFolder() -> CInt? {
        let descriptor = open(path + "/public", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        return descriptor >= 0 ? descriptor : nil
    }

    /// Whether a file stays where the folder is taken.
    static func keeps(_ path: UnsafePointer<CChar>) -> Bool { strncmp(path, "assets/", 7) != 0 }

    /// Gives the folder another name, without the parts that are always made anew.
    ///
    /// - Parameter compresses: whether the new release holds compressed forms; a spare one must hold the same forms.
    /// - Returns: the files that it holds; nil where there is none that can be used.
    func take(as draft: String, compresses: Bool) -> FileList? {
        let holdsForms = access(path + "/public/index.html" + ReleaseFile.gzipEnding, F_OK) == 0
        guard holdsForms == compresses, let files = FileList(of: path), rename(path, draft) == 0 else { return nil }
        Folder.remove(draft + "/private")
        Folder.remove(draft + "/public/assets")
        return files
    }
}
