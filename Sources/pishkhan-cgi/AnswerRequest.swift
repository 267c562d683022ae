import CGI
import Glibc
import Portal
import Store

/// Environment and standard input → request → route → handler → response → standard output.
func answerRequest(environment: [String: String], now: Int) {
    let request: Request
    do throws(RequestFault) {
        request = try Request(environment: environment)
    } catch {
        Log.write("\(error.status.code) request refused: \(error)")
        return send(PlainPage.answer(error.status), headOnly: false)
    }
    var body = BodyReader(of: request, from: StandardInput())
    let response: Response
    do {
        let frontDesk = try FrontDesk(home: Home(path: try home(environment)))
        // Never released: all is committed when the answer is sent, and the kernel takes the rest back faster than we could
        // close it piece by piece.
        _ = Unmanaged.passRetained(frontDesk)
        response = frontDesk.answer(request, body: &body, now: now)
    } catch {
        Log.write("503 \(error)")
        response = PlainPage.answer(.serviceUnavailable)
    }
    // Some web servers show a broken connection instead of our page when a program leaves the body unread.
    if body.remaining > 0 { body.drain(atMost: 128 * 1_048_576) }
    send(response, headOnly: request.method == .head)
    _exit(EXIT_SUCCESS)
}

private func home(_ environment: [String: String]) throws(StartFault) -> String {
    guard let home = environment["PISHKHAN_HOME"], home.hasPrefix("/") else { throw .noHome }
    return home
}

private func send(_ response: Response, headOnly: Bool) {
    do throws(WriteFault) {
        try response.write(to: STDOUT_FILENO, headOnly: headOnly)
    } catch {
        Log.write("answer not delivered: \(error)")
    }
    if case .file(let descriptor, _) = response.body { close(descriptor) }
}

/// Why the program cannot even begin.
enum StartFault: Error, CustomStringConvertible {
    case noHome

    var description: String {
        "PISHKHAN_HOME is not set to an absolute path; set it in the web server's configuration (SetEnv, fastcgi_param or setenv)"
    }
}
