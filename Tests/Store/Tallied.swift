import Foundation

/// What threads have found.
final class Tallied<Value: Sendable>: @unchecked Sendable {
    // Guarded by the lock.
    private var found: [Value] = []
    private let lock = NSLock()

    func add(_ value: Value) { lock.withLock { found.append(value) } }
    var all: [Value] { lock.withLock { found } }
}

extension [UInt8] {
    /// Whether these bytes stand somewhere in a row.
    func contains(subsequence: [UInt8]) -> Bool {
        guard !subsequence.isEmpty, count >= subsequence.count else { return false }
        return (0...count - subsequence.count).contains { Array(self[$0..<$0 + subsequence.count]) == subsequence }
    }
}
