import CGI
import CLinux
import FastCGI
import Glibc
import SQLite
import Sandbox
import Secrets
import Store
import Watching

/// FastCGI: a process that a web server or systemd starts with a socket answers one request after the other, and leaves
/// between two of them when it is told to, when it has answered enough, or when something has changed that only a new process
/// can take up. Whoever started it starts the next one; requests wait at the socket meanwhile.
///
/// What the process is, its own environment says, never a request: the home, the log, and after how many requests it leaves.
func answerManyRequests() -> Never {
    Log.reserveStandardDescriptors()
    let log = Log(path: variable("PISHKHAN_LOG"))
    guard let home = variable("PISHKHAN_HOME").map(Home.init(path:)), home.path.hasPrefix("/") else {
        leave(
            """
            PISHKHAN_HOME is not set to an absolute path in this process's environment; set it where the process is \
            started (Environment= in systemd's unit): it is too late for fastcgi_param and the like
            """)
    }
    guard let most = Int(variable("PISHKHAN_REQUESTS") ?? "10000"), most > 0 else {
        leave("PISHKHAN_REQUESTS must be a whole number from 1, after how many requests this process leaves")
    }
    // A browser that goes away must not end the program between two steps: writing to it fails instead.
    signal(SIGPIPE, SIG_IGN)
    // The library would break the request off.
    signal(SIGUSR1, SIG_IGN)
    do {
        let stop = try StopSignal()
        let socket = try FastCGISocket(until: stop.descriptor)
        useSQLiteSparingly()
        guard Sodium.start() else { leave("libsodium cannot begin") }
        // What SQLite sorts outside memory, it sorts where the sandbox lets it write; the sweep finds what a crash leaves.
        setenv("SQLITE_TMPDIR", home.data.incoming, 1)
        let desk = LastingDesk(home: home, logPath: variable("PISHKHAN_LOG"))
        try withExtendedLifetime(stop) { () throws(FastCGIFault) in
            try answer(requestsAt: socket, atMost: most, desk, log)
        }
    } catch {
        leave("\(error)")
    }
    exit(EXIT_SUCCESS)
}

private func answer(
    requestsAt socket: FastCGISocket, atMost most: Int, _ desk: LastingDesk, _ log: Log
) throws(FastCGIFault) {
    var answered = 0
    while answered < most {
        // Whoever wants the desk for themselves need not wait for the next request.
        let events = try socket.wait(milliseconds: desk.isStoreOpen ? 1_000 : nil)
        if events.contains(.request) {
            // Before the request is taken: the next process can still have it.
            guard desk.isUpToDate() else { return }
            if let parameters = try socket.accept() {
                answer(parameters, socket, desk, log)
                answered += 1
            }
        }
        if events.contains(.stop) { return }
        if events.isEmpty { desk.closeStore() }
    }
}

private func answer(_ parameters: [String: String], _ socket: FastCGISocket, _ desk: LastingDesk, _ log: Log) {
    Sandbox.beginRequest()
    let record = RequestRecord(now: time(nil), began: monotonicNanoseconds())
    record.withoutSandbox = desk.missingOfSandbox
    var output = socket.output
    answerRequest(parameters, .fastCGI(socket.input), &output, record, log) {
        try desk.frontDesk(for: parameters["PISHKHAN_HOME"])
    }
    socket.finish()
    desk.endRequest()
}

/// Says on standard error why the process cannot work, and ends it.
private func leave(_ why: String) -> Never {
    let words = "pishkhan-cgi: \(why)\n"
    _ = write(STDERR_FILENO, words, words.utf8.count)
    exit(EXIT_FAILURE)
}
