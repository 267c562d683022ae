import Desk
import Portal
@testable import Store

@testable import Messages

let mobile = MobileNumber(stored: "+989123456789")

/// A one-time code as the portal writes it, with everything that must be escaped somewhere.
let sampleEntry = OutboxEntry(
    id: 7,
    message: Message(
        kind: .code, to: mobile, text: "کد \"123456\" & 100%\n\n@x #123456", arguments: ["code": "123456"]), attempts: 0
)

/// A sender to a server on loopback.
func sender(
    _ port: UInt16, path: String = "/send", body kind: HTTPGateway.BodyKind = .form, _ body: String = "to={to}",
    change: (inout HTTPGateway) -> Void = { _ in }
) -> HTTPSender {
    var request = HTTPGateway.Request()
    request.url = "http://127.0.0.1:\(port)\(path)"
    request.method = kind == .none ? "GET" : "POST"
    request.bodyKind = kind
    request.body = body
    var gateway = HTTPGateway()
    gateway.requests = [request]
    gateway.timeout = 2
    change(&gateway)
    return HTTPSender(gateway: gateway, plan: .iran)
}

/// An answer of HTTP/1.1.
func answer(_ status: Int, _ body: String = "", header: String = "") -> String {
    "HTTP/1.1 \(status) X\r\n\(header)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
}
