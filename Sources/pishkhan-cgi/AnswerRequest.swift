import CGI
import Glibc
import Portal
import Sandbox
import Store

/// Environment and standard input → request → route → handler → response → standard output, and one line for the log.
func answerRequest(environment: [String: String], now: Int, began: UInt64, log: Log, sandbox: SandboxState) {
    let record = RequestRecord(now: now, began: began)
    record.method = environment["REQUEST_METHOD"]
    record.withoutSandbox = sandbox.missing
    if let complaint = log.complaint { record.note(complaint) }
    let request: Request
    do throws(RequestFault) {
        request = try Request(environment: environment)
    } catch {
        record.refuse("request", "\(error)")
        var response = PlainPage.answer(error.status, record.number)
        if Request.isHTTPS(environment) { response.setStrictTransport() }
        return finish(response, headOnly: false, record, log)
    }
    var body = BodyReader(of: request, from: StandardInput())
    var response: Response
    do {
        let frontDesk = try FrontDesk(home: Home(path: try home(environment)), sandbox: sandbox)
        // Never released: all is committed when the answer is sent, and the kernel takes the rest back faster than we could
        // close it piece by piece.
        _ = Unmanaged.passRetained(frontDesk)
        response = frontDesk.answer(request, body: &body, now: now, record)
    } catch {
        record.refuse("unavailable", "\(error)")
        response = PlainPage.answer(.serviceUnavailable, record.number)
    }
    // Some web servers show a broken connection instead of our page when a program leaves the body unread.
    if body.remaining > 0 { body.drain(atMost: 128 * 1_048_576) }
    if request.isHTTPS { response.setStrictTransport() }
    finish(response, headOnly: request.method == .head, record, log)
    if environment["SERVER_SOFTWARE"]?.utf8.starts(with: "Apache".utf8) == true { letReaderRun() }
    _exit(EXIT_SUCCESS)
}

/// Waits a moment before the end.
///
/// Apache's `mod_cgid` looks whether the program has ended as soon as it has read the end of its answer, and sleeps for 10 ms
/// if not. That end comes with ours, and the scheduler then lets Apache run before we are gone, since we have had our
/// share of the processor. After a short sleep we have a share again.
private func letReaderRun() { usleep(20) }

private func home(_ environment: [String: String]) throws(StartFault) -> String {
    guard let home = environment["PISHKHAN_HOME"], home.hasPrefix("/") else { throw .noHome }
    return home
}

/// Writes the line and sends the answer, in this order: lighttpd ends a program as soon as it has the whole answer.
private func finish(_ response: Response, headOnly: Bool, _ record: RequestRecord, _ log: Log) {
    log.write(record.line(status: response.status))
    do throws(WriteFault) {
        try response.write(to: STDOUT_FILENO, headOnly: headOnly)
    } catch {
        record.refuse("delivery", "\(error)")
        log.write(record.line(status: response.status))
    }
    if case .file(let descriptor, _) = response.body { close(descriptor) }
}

/// Why the program cannot even begin.
enum StartFault: Error, CustomStringConvertible {
    case noHome
    /// The config demands the whole sandbox; these words say what is missing.
    case noSandbox(String)

    var description: String {
        switch self {
        case .noHome:
            "PISHKHAN_HOME is not set to an absolute path; set it in the web server's configuration (SetEnv, fastcgi_param or setenv)"
        case .noSandbox(let summary):
            "the config says sandbox: \"required\", but: \(summary); mend that, or say sandbox: \"available\" and run 'pishkhan build'"
        }
    }
}
