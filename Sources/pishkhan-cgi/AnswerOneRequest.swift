import CGI
import CLinux
import Glibc
import SQLite
import Sandbox
import Secrets
import Store

/// CGI: one process answers one request (RFC 3875) and ends. Before it looks at anything that a stranger sent, it gives up
/// what it does not need.
func answerOneRequest() -> Never {
    // About what a page takes.
    pishkhan_take_memory(180_000)
    let began = monotonicNanoseconds()
    Log.reserveStandardDescriptors()
    let log = Log(path: variable("PISHKHAN_LOG"))
    let home = variable("PISHKHAN_HOME").map(Home.init(path:))
    // Only a request that may carry a file has something to ask a scanner, and who asks whether all is well.
    let mayAskScanner =
        variable("CONTENT_TYPE")?.hasPrefix("multipart/") == true || variable("PATH_INFO") == "/health"
    var sandbox = Sandbox.enter(
        readable: home?.releases, writable: home?.data.path, connects: mayAskScanner)
    // A browser that goes away must not end the program between two steps: writing to it fails instead.
    signal(SIGPIPE, SIG_IGN)
    // A web server that no longer wants the answer (mod_cgid, lighttpd) sends this and ends our input. From the latter the
    // program knows it, and takes the half of an upload away before it leaves.
    signal(SIGTERM, SIG_IGN)
    useSQLiteSparingly()
    // It asks the processor what it can do, which a virtual machine takes long to answer. A page needs a few short hashes,
    // which the code for every processor does as well; uploads and passwords come by POST.
    if variable("REQUEST_METHOD") == "POST" {
        guard Sodium.start() else { exit(1) }
    }
    let environment = processEnvironment()
    clearenv()
    // What SQLite sorts outside memory, it sorts where the sandbox lets it write; the sweep finds what a crash leaves.
    if let home { setenv("SQLITE_TMPDIR", home.data.incoming, 1) }
    let record = RequestRecord(now: time(nil), began: began)
    record.withoutSandbox = sandbox.missing
    var output = DescriptorOutput(STDOUT_FILENO)
    answerRequest(environment, .standardInput(StandardInput()), &output, record, log) {
        guard let home, home.path.hasPrefix("/") else { throw StartFault.noHome }
        let frontDesk = try FrontDesk(home: home, sandbox: &sandbox)
        // Never released: all is committed when the answer is sent, and the kernel takes the rest back faster than we could
        // close it piece by piece.
        _ = Unmanaged.passRetained(frontDesk)
        return frontDesk
    }
    // Apache's `mod_cgid` looks whether the program has ended as soon as it has read the end of the answer, and sleeps for
    // 10 ms if not. The end wakes it; and where it took our processor when the answer came, it takes that again, before we
    // are quite gone. Then we end on another one.
    if output.wasPreempted, environment["SERVER_SOFTWARE"]?.hasPrefix("Apache") == true { pishkhan_change_processor() }
    _exit(EXIT_SUCCESS)
}

/// A variable of the environment, before the whole of it is read.
func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
