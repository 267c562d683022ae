import CAttempts
import CLinux
import Glibc

/// The places of a desk that the attempts are made in.
struct Desk {
    /// `releases`, with a file `page` in it.
    let release: String
    /// `data`, with the folders `incoming` and `documents` and a file `key` in it.
    let data: String
    /// A folder beside both, with a file `secret` in it.
    let elsewhere: String
}

/// Each attempt with what it does: 0 or more where it succeeds, -1 with errno where it is refused.
let attempts: [(name: String, run: @Sendable (Desk) -> Int)] = [
    // What a request needs
    ("read the release", { read($0.release + "/page") }),
    ("write into data", { make($0.data + "/incoming/new") }),
    ("write into a file of data", { open($0.data + "/key", O_RDWR) }),
    ("shorten an open file of data", { desk in Int(ftruncate(CInt(open(desk.data + "/key", O_RDWR)), 1)) }),
    (
        "rename within data",
        { desk in
            _ = make(desk.data + "/incoming/upload")
            return Int(rename(desk.data + "/incoming/upload", desk.data + "/documents/kept"))
        }
    ),
    ("remove from data", { unlink($0.data + "/key") }),
    ("sync a folder of data", { desk in Int(fsync(CInt(open(desk.data + "/documents", O_RDONLY | O_DIRECTORY)))) }),
    ("lock a file of data", { desk in Int(flock(CInt(open(desk.data + "/key", O_RDWR)), LOCK_EX)) }),
    ("allocate memory", { _ in malloc(48 << 20) == nil ? -1 : 0 }),
    ("go on on another processor", { _ in changeProcessor() }),

    // Files
    ("read /etc/passwd", { _ in read("/etc/passwd") }),
    ("read a file elsewhere", { read($0.elsewhere + "/secret") }),
    ("read memory of this process", { _ in read("/proc/self/mem") }),
    ("list the root folder", { _ in open("/", O_RDONLY | O_DIRECTORY) }),
    ("list the release", { open($0.release, O_RDONLY | O_DIRECTORY) }),
    ("write into a file of the release", { open($0.release + "/page", O_WRONLY) }),
    ("make a file in the release", { make($0.release + "/new") }),
    ("remove a file of the release", { unlink($0.release + "/page") }),
    ("make a file elsewhere", { make($0.elsewhere + "/new") }),
    ("rename out of data", { Int(rename($0.data + "/key", $0.elsewhere + "/key")) }),
    ("link out of data", { Int(link($0.data + "/key", $0.elsewhere + "/key")) }),
    ("make a folder in data", { Int(mkdir($0.data + "/folder", 0o700)) }),
    ("make a symbolic link in data", { Int(symlink("/etc/passwd", $0.data + "/link")) }),
    ("make a named pipe in data", { Int(mkfifo($0.data + "/pipe", 0o600)) }),
    ("change a mode by path", { Int(chmod($0.data + "/key", 0o644)) }),
    ("truncate by path", { Int(truncate($0.data + "/key", 0)) }),
    ("truncate a release by path", { Int(truncate($0.release + "/page", 0)) }),
    ("truncate by opening", { open($0.release + "/page", O_RDONLY | O_TRUNC) }),
    ("truncate by opening in data", { open($0.data + "/key", O_WRONLY | O_TRUNC) }),
    ("truncate by creating", { Int(creat($0.data + "/key", 0o600)) }),

    // The network
    ("connect by IPv4", { _ in connectToPort9() }),
    ("open an IPv6 socket", { _ in Int(socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0)) }),
    ("open a netlink socket", { _ in Int(socket(AF_NETLINK, Int32(SOCK_RAW.rawValue), 0)) }),
    ("open a local socket", { _ in Int(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)) }),
    ("take a connection at standard input", { _ in takeConnection(at: 0) }),
    ("take a connection elsewhere", { _ in takeConnection(at: 9) }),
    ("make a pair of sockets", { _ in call(SYS_socketpair, Int(AF_UNIX), 1, 0, scratch) }),

    // Programs and processes
    ("start a program", { _ in startTrue() }),
    ("start a program by descriptor", { _ in call(SYS_execveat, open("/bin/true", O_RDONLY), empty, 0, 0, 0x1000) }),
    ("fork", { _ in forked(SYS_clone, 17) }),
    ("signal the parent", { _ in Int(kill(getppid(), 0)) }),
    ("choose the parent's processor", { _ in chooseProcessor(of: getppid()) }),
    ("be traced", { _ in call(SYS_ptrace, 0) }),
    ("read a process", { _ in call(SYS_process_vm_readv, Int(getpid()), scratch, 0, scratch, 0) }),
    ("write a process", { _ in call(SYS_process_vm_writev, Int(getpid()), scratch, 0, scratch, 0) }),

    // The kernel
    ("map executable memory", { _ in map(4096, PROT_READ | PROT_EXEC) }),
    (
        "make memory executable",
        { _ in Int(mprotect(UnsafeMutableRawPointer(bitPattern: map(4096, PROT_READ)), 4096, PROT_EXEC)) }
    ),
    ("make a file in memory", { _ in call(SYS_memfd_create, empty) }),
    ("leave a namespace", { _ in call(SYS_unshare, 0x400) }),
    ("ask for a keyring", { _ in call(SYS_keyctl, 0, -4, 1) }),
    ("change the working folder", { _ in Int(chdir("/")) }),
    ("change a device", { _ in call(SYS_ioctl, open("/dev/null", O_RDWR), 0x5421, scratch) }),

    // Resources
    ("allocate 512 MiB", { _ in map(512 << 20, PROT_READ | PROT_WRITE) }),
    ("open 80 files", { desk in (0..<80).map { _ in read(desk.release + "/page") }.min() ?? -1 }),
    ("raise a limit", { _ in call(SYS_prlimit64, 0, 4, scratch, 0) }),
]

/// Zeroes, and room for what calls write.
private let scratch = Int(bitPattern: calloc(1, 4096))
private let empty = scratch

private func call(_ number: some BinaryInteger, _ arguments: Int...) -> Int {
    let all = arguments + Array(repeating: 0, count: 6 - arguments.count)
    return attempt_call(Int(number), all[0], all[1], all[2], all[3], all[4], all[5])
}

private func open(_ path: String, _ flags: Int32) -> Int { Int(Glibc.open(path, flags)) }
private func make(_ path: String) -> Int { Int(Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)) }
private func unlink(_ path: String) -> Int { Int(Glibc.unlink(path)) }

private func read(_ path: String) -> Int {
    let descriptor = Glibc.open(path, O_RDONLY)
    return descriptor < 0 ? -1 : max(0, Glibc.read(descriptor, UnsafeMutableRawPointer(bitPattern: scratch), 16))
}

private func map(_ length: Int, _ protection: Int32) -> Int {
    let address = mmap(nil, length, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    return address == MAP_FAILED ? -1 : Int(bitPattern: address)
}

/// Nobody listens there: to be told so means that the network was reached.
private func connectToPort9() -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return -1 }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(9).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, 16) }
    }
    return result == 0 || errno == ECONNREFUSED ? 0 : -1
}

private func changeProcessor() -> Int {
    let before = sched_getcpu()
    pishkhan_change_processor()
    return sched_getcpu() != before || sysconf(CInt(_SC_NPROCESSORS_ONLN)) == 1 ? 0 : -1
}

/// Gives a process all of those that it may use already.
private func chooseProcessor(of process: pid_t) -> Int {
    let size = call(SYS_sched_getaffinity, Int(process), 1024, scratch)
    return size < 0 ? -1 : call(SYS_sched_setaffinity, Int(process), size, scratch)
}

/// Where it succeeds, the program that was started ends with 0 in place of this one.
private func startTrue() -> Int {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    return Int(execv("/bin/true", &arguments))
}

private func forked(_ number: some BinaryInteger, _ flags: Int) -> Int {
    let process = call(number, flags)
    if process == 0 { _exit(0) }
    return process
}

/// A socket that listens at this descriptor, and a connection that waits there, come from before the sandbox.
private func takeConnection(at descriptor: CInt) -> Int { Int(accept(descriptor, nil, nil)) }

/// Puts sockets that listen at these descriptors, each with a connection that waits to be taken.
func makeWaitingConnections(at descriptors: [CInt]) {
    for descriptor in descriptors {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        // An address of the kernel's choice: only the family is said.
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var size = socklen_t(MemoryLayout<sa_family_t>.size)
        withUnsafeMutableBytes(of: &address) { bytes in
            guard let place = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return }
            _ = bind(listener, place, size)
            _ = listen(listener, 1)
            size = socklen_t(bytes.count)
            _ = getsockname(listener, place, &size)
            _ = connect(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0), place, size)
        }
        dup2(listener, descriptor)
    }
}
