import Dispatch
import Synchronization

/// A value that another processor makes while this one goes on.
public final class Meanwhile<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let group = DispatchGroup()

    /// Begins to make it.
    public init(_ make: @escaping @Sendable () -> Value) {
        group.enter()
        DispatchQueue.global().async { [self] in
            let value = make()
            made.withLock { $0 = value }
            group.leave()
        }
    }

    /// Waits until it is made.
    public var value: Value {
        group.wait()
        guard let value = made.withLock({ $0 }) else { preconditionFailure("the group is left when the value is made") }
        return value
    }
}
