import Glibc

/// Held while a release is made: two builds in one home would take the same number.
struct BuildLock: ~Copyable {
    private let descriptor: CInt

    init(home: String) throws(ReleaseFault) { descriptor = try Self.lock(home) }

    deinit { close(descriptor) }

    private static func lock(_ home: String) throws(ReleaseFault) -> CInt {
        if mkdir(home, 0o755) != 0, errno != EEXIST { throw ReleaseFolder.fault("make the folder", home) }
        let descriptor = open(home + "/build.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ReleaseFolder.fault("open", home + "/build.lock") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .busy(home: home)
        }
        return descriptor
    }
}
