import CLinux
import Glibc

/// What a process gives up for good before it looks at anything that a stranger sent: a fault in a parser then opens
/// nothing.
///
/// To be called first in `main`, while there is one thread: the kernel binds the calling thread and what it starts.
public enum Sandbox {
    /// How many requests a process answers.
    public enum Requests: Sendable {
        /// One, which is there when the process begins.
        case one
        /// One after the other, from connections to the socket that is standard input.
        case many
    }

    /// Puts everything in force that this kernel has, and answers what is in force.
    ///
    /// - Parameters:
    ///   - readable: the folder whose files may be read.
    ///   - writable: the folder below which files may also be made, written, renamed and removed.
    ///   - connects: whether a local socket may be opened; ``SandboxState/refuseSockets()`` takes that back.
    ///   - requests: where there are many, ``beginRequest()`` limits the time of each.
    public static func enter(
        readable: String?, writable: String?, connects: Bool, requests: Requests = .one
    ) -> SandboxState {
        umask(0o077)
        // A file at its limit is an error that can be told, not the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        var state = SandboxState()
        if !ResourceLimits.lower(for: requests) { state.gaps.append(.limits(errno: errno)) }
        guard pishkhan_no_new_privileges() == 0 else {
            state.gaps.append(.privileges(errno: errno))
            return state
        }
        do throws(SandboxGap) {
            state.landlockABI = try Landlock.restrict(readable: readable, writable: writable)
        } catch {
            state.gaps.append(error)
        }
        state.connects = connects
        // Last, since the calls above are not among those that it allows.
        if pishkhan_filter_calls(connects ? 1 : 0, requests == .many ? 1 : 0) == 0 {
            state.filtersCalls = true
        } else {
            state.gaps.append(.filter(errno: errno))
        }
        return state
    }

    /// Begins to count the processor time of one of many requests: a loop that does not end is ended by the kernel.
    public static func beginRequest() { ResourceLimits.beginRequest() }

    /// What `enter` would put in force on this kernel; nothing is given up.
    public static func support() -> SandboxState {
        var state = SandboxState()
        do throws(SandboxGap) {
            state.landlockABI = try Landlock.usableABI()
        } catch {
            state.gaps.append(error)
        }
        state.filtersCalls = pishkhan_knows_filters() != 0
        if !state.filtersCalls { state.gaps.append(.filter(errno: ENOSYS)) }
        return state
    }
}
