import Dispatch
import Glibc
import Synchronization

/// Does a job of many like parts on all processors that this process may use.
///
/// - Parameters:
///   - count: how many parts there are.
///   - work: called once on each processor; it asks for the next range of parts until there is none.
/// - Throws: the first error; the other processors stop after the range that they are at.
public func onAllProcessors(_ count: Int, _ work: @Sendable (_ next: () -> Range<Int>?) throws -> Void) throws {
    let failure = Mutex<(any Error)?>(nil)
    eachRange(of: count) { next in
        do {
            try work { failure.withLock { $0 == nil } ? next() : nil }
        } catch {
            failure.withLock { $0 = $0 ?? error }
        }
    }
    if let error = failure.withLock({ $0 }) { throw error }
}

/// What becomes of each element, made on all processors, in the order of the elements.
public func onAllProcessors<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
    onAllProcessors(elements.indices) { elements[$0].map(transform) }.flatMap(\.self)
}

/// What becomes of some numbers at a time, made on all processors, in the order of the numbers.
public func onAllProcessors<Result: Sendable>(
    _ numbers: Range<Int>, _ transform: @Sendable (Range<Int>) -> Result
) -> [Result] {
    let parts = Mutex<[Int: Result]>([:])
    eachRange(of: numbers.count) { next in
        while let range = next() {
            let result = transform(numbers.lowerBound + range.lowerBound..<numbers.lowerBound + range.upperBound)
            parts.withLock { $0[range.lowerBound] = result }
        }
    }
    return parts.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
}

private func eachRange(of count: Int, _ work: @Sendable (_ next: @escaping () -> Range<Int>?) -> Void) {
    // Small enough that all end at about the same time, large enough that neighbours go to the same folder.
    let size = 128
    let start = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))) { _ in
        work {
            let place = start.add(size, ordering: .relaxed).oldValue
            return place < count ? place..<min(place + size, count) : nil
        }
    }
}
