import Glibc

/// Why the worker does not work.
public enum WorkerFault: Error, Equatable, CustomStringConvertible {
    /// Another worker has the lock.
    case alreadyRunning(path: String)
    /// The lock's file cannot be made.
    case lock(path: String, reason: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .alreadyRunning(let path): "another worker holds \(path); one is enough, stop it first"
        case .lock(let path, let reason): "cannot open \(path): \(reason); run the worker as the owner of the data folder"
        }
    }
}

/// Held by the one worker of a desk: two would send messages twice.
struct WorkerLock: ~Copyable {
    private let descriptor: CInt

    init(_ path: String) throws(WorkerFault) { descriptor = try Self.lock(path) }

    deinit { close(descriptor) }

    private static func lock(_ path: String) throws(WorkerFault) -> CInt {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .lock(path: path, reason: String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .alreadyRunning(path: path)
        }
        return descriptor
    }
}
