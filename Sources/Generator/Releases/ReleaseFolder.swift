import CLinux
import Folders
import Glibc

/// A new release while it is being written, beside the one that is served.
struct ReleaseFolder {
    /// The number; later releases have greater ones.
    let number: Int
    private let releases: String
    private let home: String
    private let draft: String
    private let spare: SpareRelease
    /// The files that the folder held when it was taken; nil for a new folder.
    private let earlier: FileList?

    /// Begins a release: leftovers of builds that did not end are removed.
    ///
    /// - Parameter compresses: whether it is to hold compressed forms.
    init(home: String, compresses: Bool) throws(ReleaseFault) {
        self.home = home
        releases = home + "/releases"
        try Self.makeFolder(home)
        try Self.makeFolder(releases)
        for name in Self.names(in: releases) where name.hasPrefix(".") && name != SpareRelease.name {
            Folder.remove(releases + "/" + name)
        }
        number = (Self.names(in: releases).compactMap(Int.init).max() ?? 0) + 1
        draft = releases + "/.\(number)"
        spare = SpareRelease(releases: releases)
        earlier = spare.take(as: draft, compresses: compresses)
        try Self.makeFolder(draft)
        try Self.makeFolder(publicFolder)
    }

    /// Where it lies while it is written.
    var path: String { draft }

    /// The folder that the web server reads.
    var publicFolder: String { draft + "/public" }

    /// Whether it may hold files already, and of which release they are does not matter.
    var isReused: Bool { earlier != nil }

    /// Removes what the folder held before and the release does not, with folders that are empty then.
    func removeAll(but files: FileList) {
        guard let earlier else { return }
        for file in earlier.paths(notIn: files) {
            for ending in [""] + ReleaseFile.compressedEndings { unlink("\(publicFolder)/\(file)\(ending)") }
            var folder = file[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if rmdir("\(publicFolder)/\(folder)") != 0 { break }
            }
        }
    }

    /// The folder of the snapshot in this release, which is not made yet.
    var snapshot: String { draft + "/private" }

    /// Makes the release durable and then the one that is served, in one step: a reader sees the old or the new one.
    func publish() throws(ReleaseFault) {
        let final = releases + "/\(number)"
        let descriptor = open(draft, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.fault("open", draft) }
        // A file that is changed after this moment is not as it was made.
        let isDated = futimens(descriptor, nil) == 0
        let isSynced = isDated && syncfs(descriptor) == 0
        close(descriptor)
        guard isSynced else { throw Self.fault("sync", draft) }
        guard rename(draft, final) == 0 else { throw Self.fault("rename", draft) }
        // After a power cut the link must not lead to a release that has not got its name yet.
        try Self.syncFolder(releases)
        try Self.serve(number, in: home)
    }

    /// Makes a release the one that is served, in one step.
    static func serve(_ number: Int, in home: String) throws(ReleaseFault) {
        let link = home + "/.current"
        unlink(link)
        guard symlink("releases/\(number)", link) == 0 else { throw fault("link", link) }
        guard rename(link, home + "/current") == 0 else { throw fault("switch", home + "/current") }
        try syncFolder(home)
    }

    /// The number of the release that is served; nil for none.
    static func served(in home: String) -> Int? {
        var target = [CChar](repeating: 0, count: 256)
        let count = readlink(home + "/current", &target, target.count)
        guard count > 0 else { return nil }
        let path = String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.split(separator: "/").last.flatMap { Int($0) }
    }

    /// The numbers of all releases, smallest first.
    static func numbers(in home: String) -> [Int] { names(in: home + "/releases").compactMap(Int.init).sorted() }

    /// The paths of all files in a folder of a release, seen from the release.
    static func files(below release: String, in folder: String) -> [String] {
        names(in: release + "/" + folder).flatMap { name in
            let path = folder + "/" + name
            var status = stat()
            guard lstat(release + "/" + path, &status) == 0 else { return [String]() }
            return status.st_mode & S_IFMT == S_IFDIR ? files(below: release, in: path) : [path]
        }
    }

    /// Removes an unfinished release.
    func abandon() { Folder.remove(draft) }

    /// Removes all but the newest releases; the last of them becomes the spare one.
    func prune(keeping count: Int) {
        for number in Self.numbers(in: home).dropLast(count) { spare.keep(releases + "/\(number)") }
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: [UInt8], to descriptor: CInt, _ path: String) throws(ReleaseFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            guard count > 0 else { throw fault("write", path) }
            written += count
        }
    }

    private static func makeFolder(_ path: String) throws(ReleaseFault) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        throw fault("make the folder", path)
    }

    private static func syncFolder(_ path: String) throws(ReleaseFault) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault("sync", path) }
    }

    private static func names(in path: String) -> [String] { Folder.names(in: path) ?? [] }

    static func fault(_ doing: String, _ path: String) -> ReleaseFault {
        .system(doing: doing, path: path, reason: String(cString: strerror(errno)))
    }
}
