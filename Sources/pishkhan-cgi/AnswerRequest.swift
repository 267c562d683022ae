import CGI
import Glibc

/// Environment and body → request → route → handler → response → output, and one line for the log.
///
/// - Parameter frontDesk: what handlers need, asked for as soon as the request is known to be one.
func answerRequest(
    _ environment: [String: String], _ input: RequestInput, _ output: inout some ResponseOutput,
    _ record: RequestRecord, _ log: Log, frontDesk: () throws -> FrontDesk
) {
    record.method = environment["REQUEST_METHOD"]
    if let complaint = log.complaint { record.note(complaint) }
    let request: Request
    do throws(RequestFault) {
        request = try Request(environment: environment)
    } catch {
        record.refuse("request", "\(error)")
        var response = PlainPage.answer(error.status, record.number)
        if Request.isHTTPS(environment) { response.setStrictTransport() }
        return finish(response, headOnly: false, &output, record, log)
    }
    var body = BodyReader(of: request, from: input)
    var response: Response
    do {
        response = try frontDesk().answer(request, body: &body, record)
    } catch {
        record.refuse("unavailable", "\(error)")
        response = PlainPage.answer(.serviceUnavailable, record.number)
    }
    // Some web servers show a broken connection instead of our page when a program leaves the body unread.
    if body.remaining > 0 { body.drain(atMost: 128 * 1_048_576) }
    if request.isHTTPS { response.setStrictTransport() }
    finish(response, headOnly: request.method == .head, &output, record, log)
}

/// Writes the line and sends the answer, in this order: lighttpd ends a program as soon as it has the whole answer.
private func finish(
    _ response: Response, headOnly: Bool, _ output: inout some ResponseOutput, _ record: RequestRecord, _ log: Log
) {
    log.write(record.line(status: response.status))
    do throws(WriteFault) {
        try response.write(to: &output, headOnly: headOnly)
    } catch {
        record.refuse("delivery", "\(error)")
        log.write(record.line(status: response.status))
    }
    if case .file(let descriptor, _) = response.body { close(descriptor) }
}
