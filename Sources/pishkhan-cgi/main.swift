import CGI
import CLinux
import Glibc
import SQLite
import Sandbox
import Secrets
import Store

// Arguments are never looked at: a web server may make them of a query that anybody typed (RFC 3875, section 4.4).
guard getenv("GATEWAY_INTERFACE") != nil else {
    let words = "pishkhan-cgi: this is a CGI program, which a web server starts; cgi-bin/ has the configuration\n"
    _ = write(STDERR_FILENO, words, words.utf8.count)
    exit(2)
}
// About what a page takes.
pishkhan_take_memory(150_000)
answerOneRequest()

/// One process answers one request (RFC 3875) and ends. Before it looks at anything that a stranger sent, it gives up
/// what it does not need.
private func answerOneRequest() {
    let began = monotonicNanoseconds()
    Log.reserveStandardDescriptors()
    let log = Log(path: variable("PISHKHAN_LOG"))
    let home = variable("PISHKHAN_HOME").map(Home.init(path:))
    // Only a request that may carry a file has something to ask a scanner, and who asks whether all is well.
    let mayAskScanner =
        variable("CONTENT_TYPE")?.hasPrefix("multipart/") == true || variable("PATH_INFO") == "/health"
    let sandbox = Sandbox.enter(
        readable: home?.releases, writable: home?.data.path, connects: mayAskScanner)
    // A browser that goes away must not end the program between two steps: writing to it fails instead.
    signal(SIGPIPE, SIG_IGN)
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
    answerRequest(environment: environment, now: time(nil), began: began, log: log, sandbox: sandbox)
}

/// A variable of the environment, before the whole of it is read.
private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
