import CLinux
import Glibc

/// What of the sandbox is in force.
public struct SandboxState: Equatable, Sendable {
    /// The version of Landlock that guards the files; nil where none does.
    public internal(set) var landlockABI: Int?
    /// Whether system calls are filtered.
    public internal(set) var filtersCalls = false
    /// Whether local sockets can still be opened, as far as the filter goes.
    public internal(set) var connects = false
    /// What could not be put in force.
    public internal(set) var gaps: [SandboxGap] = []

    /// Whether everything is in force.
    public var isWhole: Bool { gaps.isEmpty }

    /// Refuses sockets from now on, where they were still allowed.
    public mutating func refuseSockets() {
        guard connects else { return }
        if pishkhan_filter_sockets() == 0 { connects = false } else { gaps.append(.filter(errno: errno)) }
    }

    /// The names of what is missing, for a line of the log; nil where nothing is.
    public var missing: String? {
        guard var names = gaps.first?.name else { return nil }
        for gap in gaps.dropFirst() { names += ", " + gap.name }
        return names
    }

    /// One line for an administrator: what is in force, then what is not and how to mend it.
    public var summary: String {
        let files =
            landlockABI.map { "Landlock \($0) (\(LandlockRights.summary(abi: $0)))" } ?? "no Landlock"
        let calls = filtersCalls ? "filter of system calls" : "no filter of system calls"
        return (["\(files), \(calls)"] + gaps.map(\.description)).joined(separator: "; ")
    }
}

/// A part of the sandbox that is not in force.
public enum SandboxGap: Error, Equatable, CustomStringConvertible, Sendable {
    /// The process may still gain privileges, so the kernel allows no sandbox at all.
    case privileges(errno: Int32)
    /// The kernel has no Landlock, or it was switched off at boot.
    case noLandlock(errno: Int32)
    /// The kernel's Landlock cannot yet allow renaming between folders.
    case oldLandlock(abi: Int)
    /// Landlock refused a step.
    case landlock(step: String, errno: Int32)
    /// The kernel took no filter of system calls.
    case filter(errno: Int32)
    /// A resource limit could not be lowered.
    case limits(errno: Int32)

    /// A word or two.
    public var name: String {
        switch self {
        case .privileges: "no_new_privs"
        case .noLandlock, .oldLandlock, .landlock: "Landlock"
        case .filter: "seccomp"
        case .limits: "limits"
        }
    }

    /// What is missing, and what mends it.
    public var description: String {
        switch self {
        case .privileges(let errno): "no_new_privs was refused (\(text(errno)))"
        case .noLandlock(let errno):
            "files are not guarded: this kernel has no Landlock (\(text(errno))); it needs Linux 5.19 or newer with 'landlock' in its list of security modules (boot parameter lsm=), and a container must allow its calls"
        case .oldLandlock(let abi):
            "files are not guarded: this kernel's Landlock has ABI \(abi) and 2 is needed; boot Linux 5.19 or newer"
        case .landlock(let step, let errno): "files are not guarded: Landlock refused to \(step) (\(text(errno)))"
        case .filter(let errno):
            "system calls are not filtered (\(text(errno))); it needs a kernel with seccomp filters, on x86-64 or ARM64"
        case .limits(let errno): "a resource limit was refused (\(text(errno)))"
        }
    }

    private func text(_ errno: Int32) -> String { String(cString: strerror(errno)) }
}
