import Dispatch
import Glibc
import Synchronization

/// Does a job of many like parts on all processors that this process may use.
///
/// - Parameters:
///   - count: how many parts there are.
///   - work: called once on each processor; it asks for the next range of parts until there is none.
/// - Throws: the first error; the other processors stop after the range that they are at.
func onAllProcessors(_ count: Int, _ work: @Sendable (_ next: () -> Range<Int>?) throws -> Void) throws {
    // Small enough that all end at about the same time, large enough that neighbours go to the same folder.
    let size = 128
    let start = Atomic(0)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))) { _ in
        do {
            try work {
                let place = start.add(size, ordering: .relaxed).oldValue
                return place < count ? place..<min(place + size, count) : nil
            }
        } catch {
            failure.withLock { $0 = $0 ?? error }
            start.store(count, ordering: .relaxed)
        }
    }
    if let error = failure.withLock({ $0 }) { throw error }
}
