import Foundation

/// Folders of desks that tests made: deleted when the tests end, since a desk's files take megabytes.
final class TemporaryFolders: @unchecked Sendable {
    static let ofThisRun: TemporaryFolders = {
        atexit { TemporaryFolders.ofThisRun.deleteAll() }
        return TemporaryFolders()
    }()

    private let lock = NSLock()
    private var paths: [String] = []

    func add(_ path: String) { lock.withLock { paths.append(path) } }

    private func deleteAll() {
        for path in lock.withLock({ paths }) { try? FileManager.default.removeItem(atPath: path) }
    }
}
