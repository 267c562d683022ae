/// Why the worker does not work.
public enum WorkerFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Another worker has the lock.
    case alreadyRunning(path: String)
    /// The lock's file cannot be made or locked.
    case lock(path: String, reason: String)
    /// The system does not tell of new messages, or of signals.
    case cannotWait(for: String, reason: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .alreadyRunning(let path): "a worker holds \(path); one is enough, stop it first"
        case .lock(let path, let reason):
            "cannot lock \(path): \(reason); run the worker as the owner of the data folder"
        case .cannotWait(let what, let reason):
            "cannot wait for \(what): \(reason); until this is mended run the worker every minute, without --watch"
        }
    }
}
