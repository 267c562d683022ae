import Folders
import Glibc

/// The assets of the releases that lie beside a new one.
///
/// Somebody who got a page just before the switch asks for its style sheet just after it, and a page may stay open for
/// hours: so a release holds the assets of those before it too, as long as they are kept. Their names hold their hashes,
/// so they cannot get in each other's way.
struct EarlierAssets {
    private static let list = "private/assets"
    private let releases: String

    init(home: String) { releases = home + "/releases" }

    /// Says in a release which assets are its own, and takes over those of earlier ones.
    ///
    /// - Parameters:
    ///   - folder: the release, whose files are written.
    ///   - own: the paths of its assets below the document root.
    ///   - numbers: the releases that stay beside it.
    func join(_ folder: String, own: [String], of numbers: some Sequence<Int>) throws(ReleaseFault) {
        let text = own.map { $0 + "\n" }.joined()
        let path = folder + "/" + Self.list
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ReleaseFolder.fault("write", path) }
        let isWritten = write(descriptor, text, text.utf8.count) == text.utf8.count
        close(descriptor)
        guard isWritten else { throw ReleaseFolder.fault("write", path) }
        for number in numbers {
            let release = "\(releases)/\(number)"
            for asset in Self.own(in: release) {
                for ending in [""] + ReleaseFile.compressedEndings {
                    // Those that are there already are the same; one that cannot be linked is missed by open pages only.
                    _ = link("\(release)/public/\(asset)\(ending)", "\(folder)/public/\(asset)\(ending)")
                }
            }
        }
    }

    /// The paths of a release's own assets below its document root; empty where they are not known.
    private static func own(in release: String) -> [String] {
        let text = String(decoding: ReleaseFolder.bytes(of: release + "/" + list) ?? [], as: UTF8.self)
        return text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("assets/") }
    }
}
