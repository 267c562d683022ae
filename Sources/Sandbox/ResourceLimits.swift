import CLinux
import Glibc

/// What one request may use at most; generous against honest work, small against a loop or a bomb.
enum ResourceLimits {
    /// Seconds of processor time; the longest honest request takes less than two.
    private static var processorTime: Int { 30 }

    /// Lowers each limit; one that is lower already stays. Answers whether all hold.
    ///
    /// - Parameter requests: how many requests there will be; the processor time of more than one is limited at each.
    static func lower(for requests: Sandbox.Requests) -> Bool {
        // 256 MiB of addresses: the program has 16, the password hash takes 46, a snapshot is mapped.
        var areLowered = lower(RLIMIT_AS, to: 256 << 20)
        if requests == .one { areLowered = lower(RLIMIT_CPU, to: UInt64(processorTime)) && areLowered }
        // 16 GiB a file, since the database is a file too.
        areLowered = lower(RLIMIT_FSIZE, to: 16 << 30) && areLowered
        // 64 open files: a form has 32 parts at most.
        areLowered = lower(RLIMIT_NOFILE, to: 64) && areLowered
        // No core: it would hold people's letters.
        areLowered = lower(RLIMIT_CORE, to: 0) && areLowered
        // No further process; root is above this limit, the filter of system calls is not.
        return lower(__RLIMIT_NPROC, to: 0) && areLowered
    }

    /// Begins to count the processor time of the next of many requests.
    static func beginRequest() { _ = pishkhan_limit_processor_time(processorTime) }

    private static func lower(_ resource: __rlimit_resource, to value: UInt64) -> Bool {
        pishkhan_lower_limit(Int32(resource.rawValue), value) == 0
    }
}
