import Glibc
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
    /// - Parameters:
    ///   - atHand: the numbers of the served release's files that the folder holds already, 0 for the others; nil for none.
    ///   - first: what one of the processors does before it begins to write.
    /// - Returns: the numbers of those that were taken over, 0 for the others.
    func write(
        _ files: [ReleaseFile], atHand: [ino_t]?, first: @Sendable () throws -> Void
    ) throws -> [ino_t] {
        let isFirst = Atomic(true)
        let written = Mutex((done: 0, numbers: [ino_t](repeating: 0, count: files.count)))
        try onAllProcessors(files.count) { next in
            if isFirst.exchange(false, ordering: .relaxed) { try first() }
            let writer = try FileWriter(
                folder: folder, isReused: isReused, served: served, compresses: options.compresses)
            while let range = next() {
                let numbers = try range.map { try writer.put(files[$0], atHand: atHand?[$0] ?? 0) ?? 0 }
                let done = written.withLock { written in
                    written.numbers.replaceSubrange(range, with: numbers)
                    written.done += range.count
                    return written.done
                }
                options.progress(done, files.count)
            }
        }
        return written.withLock { $0.numbers }
    }
}
