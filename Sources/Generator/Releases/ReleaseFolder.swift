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

    /// Begins a release: leftovers of builds that did not end are removed.
    init(home: String) throws(ReleaseFault) {
        self.home = home
        releases = home + "/releases"
        try Self.makeFolder(home)
        try Self.makeFolder(releases)
        for name in Self.names(in: releases) where name.hasPrefix(".") { Folder.remove(releases + "/" + name) }
        number = (Self.names(in: releases).compactMap(Int.init).max() ?? 0) + 1
        draft = releases + "/.\(number)"
        try Self.makeFolder(draft)
        try Self.makeFolder(publicFolder)
    }

    /// Where it lies while it is written.
    var path: String { draft }

    /// The folder that the web server reads.
    var publicFolder: String { draft + "/public" }

    /// The folder of the snapshot in this release, which is not made yet.
    var snapshot: String { draft + "/private" }

    /// Makes the release durable and then the one that is served, in one step: a reader sees the old or the new one.
    ///
    /// - Parameter durably: false where nobody needs it after a power cut.
    func publish(durably: Bool) throws(ReleaseFault) {
        let final = releases + "/\(number)"
        let descriptor = open(draft, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.fault("open", draft) }
        // A file that is changed after this moment is not as it was made.
        let isDated = futimens(descriptor, nil) == 0
        let isSynced = isDated && (!durably || syncfs(descriptor) == 0)
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

    /// The bytes of a file; nil where it cannot be read.
    static func bytes(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            guard got > 0 else { return nil }
            count += got
        }
        return bytes
    }

    /// Removes an unfinished release.
    func abandon() { Folder.remove(draft) }

    /// Removes all but the newest releases.
    func prune(keeping count: Int) {
        let numbers = Self.names(in: releases).compactMap(Int.init).sorted()
        for number in numbers.dropLast(count) { remove(releases + "/\(number)") }
    }

    /// Removing tens of thousands of files takes as long as writing them, so all processors take part.
    private func remove(_ release: String) {
        let folders = Self.names(in: release + "/public").map { "\(release)/public/\($0)" }
        let parts = folders.flatMap { folder in Self.names(in: folder).map { folder + "/" + $0 } }
        try? onAllProcessors(parts.count) { next in
            while let range = next() { parts[range].forEach(Folder.remove) }
        }
        Folder.remove(release)
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
