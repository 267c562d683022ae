import Glibc
import Store

/// Held by the one worker of a desk: two would send messages twice.
public struct WorkerLock: ~Copyable {
    private let descriptor: CInt

    /// Takes the lock; nobody waits for it.
    public init(_ data: DataFolder) throws(WorkerFault) { descriptor = try Self.lock(data.workerLock, of: data) }

    deinit { close(descriptor) }

    private static func lock(_ path: String, of data: DataFolder) throws(WorkerFault) -> CInt {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .lock(reason: "\(data.explained(.system(doing: "open", path: path, errno: errno)))")
        }
        var folder = stat()
        // What root makes is the owner's of the data, as the worker must be able to open it.
        if geteuid() == 0, stat(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]), &folder) == 0 {
            _ = fchown(descriptor, folder.st_uid, folder.st_gid)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            close(descriptor)
            throw number == EWOULDBLOCK
                ? .alreadyRunning(path: path)
                : .lock(reason: "\(data.explained(.system(doing: "lock", path: path, errno: number)))")
        }
        return descriptor
    }
}
