import Desk
import Foundation
import Portal
@testable import Store
import Testing

@testable import Messages

private let mobile = MobileNumber(stored: "+989123456789")

@Test(
    "A placeholder is escaped for where it stands",
    arguments: [
        (Template.Place.url, "x?q={v}", "x?q=a%20%26%22%0A%D8%B3"), (.json, "{\"q\":\"{v}\"}", "{\"q\":\"a &\\\"\\nس\"}"),
        (.plain, "{v}", "a &\"\nس"), (.json, "{ {v}", "{ a &\\\"\\nس"),
    ])
func escaping(place: Template.Place, template: String, filled: String) throws {
    #expect(try Template(values: ["v": "a &\"\nس"]).filled(template, for: place) == filled)
}

@Test("A line break never reaches a header, and an unknown placeholder is a mistake of the config")
func refusedTemplates() {
    #expect(throws: SendFault.self) { try Template(values: ["v": "a\r\nX: y"]).filled("X: {v}", for: .header) }
    #expect(throws: SendFault.self) { try Template(values: [:]).filled("{v}", for: .plain) }
}

@Test(
    "A value is found by its path",
    arguments: [
        ("return.status", "200"), ("entries[0].ok", "true"), ("entries[0].id", "x"), ("entries[1].id", nil), ("return", nil),
        ("none", nil), ("nothing", "null"),
    ])
func jsonPaths(path: String, value: String?) {
    let json = "{\"return\":{\"status\":200},\"entries\":[{\"ok\":true,\"id\":\"x\"}],\"nothing\":null}"
    #expect(JSONPath.value(at: path, in: json) == value)
    #expect(JSONPath.value(at: path, in: "not json") == nil)
}

@Test("Waits grow, and end")
func waits() {
    let waits = (1...8).map { RetrySchedule.wait(afterFailures: $0) }
    #expect(waits == [10, 30, 120, 600, 3_600, 21_600, 43_200, nil])
}

private func gateway(_ port: UInt16, _ change: (inout HTTPGateway) -> Void = { _ in }) -> HTTPSender {
    var request = HTTPGateway.Request()
    request.url = "http://127.0.0.1:\(port)/send?k={message}"
    request.body = "to={to}&message={text}"
    var gateway = HTTPGateway()
    gateway.requests = [request]
    gateway.timeout = 2
    change(&gateway)
    return HTTPSender(gateway: gateway, plan: .iran)
}

private let entry = OutboxEntry(
    id: 7, message: Message(kind: .code, to: mobile, text: "کد: 1 & 2", arguments: ["code": "1"]), attempts: 0)

@Test("A form goes out as the config says, and success is recognised")
func form() throws {
    let server = try AnsweringServer("HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{\"return\":{\"status\":200}")
    let sender = gateway(server.port) {
        $0.successPath = ""
        $0.basic = "user:pass"
        $0.headers = ["X-Kind: {kind}"]
    }
    try sender.send(entry)
    let request = server.request()
    #expect(request.hasPrefix("POST /send?k=7 HTTP/1.1\r\n"))
    #expect(request.contains("X-Kind: code\r\n"))
    #expect(request.contains("Authorization: Basic dXNlcjpwYXNz\r\n"))
    #expect(request.hasSuffix("\r\n\r\nto=09123456789&message=%DA%A9%D8%AF%3A%201%20%26%202"), "\(request)")
}

@Test(
    "What the provider answers decides whether to try again",
    arguments: [
        ("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", true), ("HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n", true),
        ("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n", false), ("HTTP/1.1 302 No\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", true),
        ("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"status\":5}", false), ("", true),
    ])
func answers(answer: String, isTemporary: Bool) throws {
    let server = try AnsweringServer(answer)
    let sender = gateway(server.port) {
        $0.successPath = "status"
        $0.successValue = "1"
    }
    let fault = #expect(throws: SendFault.self) { try sender.send(entry) }
    guard let fault else { return }
    if case .temporary = fault { #expect(isTemporary, "\(fault)") } else { #expect(!isTemporary, "\(fault)") }
    #expect(!"\(fault)".contains("9123456789") && !"\(fault)".contains("کد"), "the fault tells what it must not")
}

@Test("A secret that others can read is not used")
func secretFile() throws {
    let path = "/tmp/pishkhan-secret-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: path, contents: Data(" key\n".utf8), attributes: [.posixPermissions: 0o640])
    #expect(throws: SendFault.self) { try Secret.read(path) }
    chmod(path, 0o600)
    #expect(try Secret.read(path) == "key")
}

@Test("The log gateway writes one line of JSON for each message, for its owner alone")
func logLines() throws {
    let path = "/tmp/pishkhan-log-\(UUID().uuidString)"
    for _ in 0..<2 { try LogSender(path: path).send(OutboxEntry(id: 1, message: Message(kind: .code, to: mobile, text: "a\"\n@x #1", arguments: [:]), attempts: 0)) }
    let line = "{\"to\":\"+989123456789\",\"kind\":\"code\",\"text\":\"a\\\"\\n@x #1\"}\n"
    #expect(try String(contentsOfFile: path, encoding: .utf8) == line + line)
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
}

@Test("One worker is enough: a second one is refused")
func oneWorker() throws {
    let path = "/tmp/pishkhan-lock-\(UUID().uuidString)"
    let lock = try WorkerLock(path)
    #expect(throws: WorkerFault.alreadyRunning(path: path)) { _ = try WorkerLock(path) }
    _ = consume lock
    _ = try WorkerLock(path)
}
