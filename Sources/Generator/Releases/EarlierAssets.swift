import Glibc

/// The assets of the releases that lie beside a new one.
///
/// Somebody who got a page just before the switch asks for its style sheet just after it, and a page may stay open for
/// hours: so a release holds the assets of those before it too, as long as they are kept. Their names hold their hashes,
/// so they cannot get in each other's way.
struct EarlierAssets {
    private let releases: String

    init(home: String) { releases = home + "/releases" }

    /// Takes over the assets of some releases.
    ///
    /// - Parameter release: the new one, whose own files are there.
    func join(_ release: String, of numbers: some Sequence<Int>) {
        for number in numbers {
            let earlier = "\(releases)/\(number)"
            for asset in FileList(of: earlier)?.paths(beginningWith: ["assets/"]) ?? [] {
                for ending in [""] + ReleaseFile.compressedEndings {
                    // Those that are there already are the same; one that cannot be linked is missed by open pages only.
                    _ = link("\(earlier)/public/\(asset)\(ending)", "\(release)/public/\(asset)\(ending)")
                }
            }
        }
    }
}
