import Processors
import Synchronization

/// Writes the files of a release, on all processors.
struct ReleaseWriter: Sendable {
    /// The folder that they go to.
    let folder: String
    /// Whether the folder holds files of an earlier release.
    let isReused: Bool
    /// The release whose files are taken over where they are the same.
    let served: ServedRelease?
    let options: BuildOptions

    /// Writes all files.
    ///
    /// - Parameter first: what one of the processors does before it begins to write.
    /// - Returns: how many files were taken over.
    func write(_ files: [ReleaseFile], first: @Sendable () throws -> Void) throws -> Int {
        let isFirst = Atomic(true)
        let counts = Mutex((done: 0, kept: 0))
        try onAllProcessors(files.count) { next in
            if isFirst.exchange(false, ordering: .relaxed) { try first() }
            let writer = try FileWriter(
                folder: folder, isReused: isReused, served: served, compresses: options.compresses)
            while let range = next() {
                let kept = try files[range].count { try writer.put($0) == .kept }
                let done = counts.withLock { counts in
                    counts.done += range.count
                    counts.kept += kept
                    return counts.done
                }
                options.progress(done, files.count)
            }
        }
        return counts.withLock { $0.kept }
    }
}
