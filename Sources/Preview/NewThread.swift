import Glibc

/// Does something in a thread of its own.
///
/// Foundation's threads would bring all of Foundation into the program, which is most of a hundred megabytes.
///
/// - Returns: false where the system has no thread more; nothing is done then.
func inNewThread(_ work: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    let code = pthread_create(
        &thread, nil,
        { work in
            if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().carryOut() }
            return nil
        }, work.toOpaque())
    guard code == 0 else {
        work.release()
        return false
    }
    pthread_detach(thread)
    return true
}

private final class Work: Sendable {
    let carryOut: @Sendable () -> Void

    init(_ carryOut: @escaping @Sendable () -> Void) { self.carryOut = carryOut }
}
