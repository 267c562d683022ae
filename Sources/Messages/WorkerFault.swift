/// Why the worker does not work.
public enum WorkerFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Another worker has the lock.
    case alreadyRunning(path: String)
    /// The lock's file cannot be made or locked.
    case lock(reason: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .alreadyRunning(let path): "a worker holds \(path); one is enough, stop it first"
        case .lock(let reason): reason
        }
    }
}
