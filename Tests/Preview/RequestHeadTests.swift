import Testing

@testable import Preview

@Suite("The head of a request to the preview")
struct RequestHeadTests {
    private func head(_ lines: String...) throws(RequestHead.Fault) -> RequestHead {
        try RequestHead(Array(lines.joined(separator: "\r\n").utf8))
    }

    @Test(
        "This computer's own names are answered, with any port",
        arguments: [
            "127.0.0.1", "127.0.0.1:8080", "localhost:8081", "LOCALHOST", "[::1]:8080", "[::1]",
        ])
    func ownHosts(host: String) throws {
        #expect(try head("GET /guide/?a=b HTTP/1.1", "Host: \(host)").target == "/guide/?a=b")
    }

    @Test(
        "Another host is refused, also one that begins or ends like this computer's",
        arguments: [
            "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "localhost:8080.evil.example",
            "evil.example:8080", "127.0.0.1:", "localhost:x", "",
        ])
    func foreignHosts(host: String) {
        #expect(throws: RequestHead.Fault.foreignHost(host)) { try head("GET / HTTP/1.1", "Host: \(host)") }
    }

    @Test(
        "What is no request of HTTP/1 with one host is refused",
        arguments: [
            "GET / HTTP/1.1", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost", "GET / HTTP/2\r\nHost: localhost",
            "GET http://localhost/ HTTP/1.1\r\nHost: localhost", "GET  / HTTP/1.1\r\nHost: localhost",
            "\r\nHost: localhost",
            "GET / HTTP/1.1\r\nHost: localhost\r\n folded", "GET / HTTP/1.1\r\nHost: localhost\r\nnonsense",
            "get / HTTP/1.1\r\nHost: localhost", "",
        ])
    func malformed(text: String) {
        #expect(throws: RequestHead.Fault.malformed) { try RequestHead(Array(text.utf8)) }
    }

    @Test(
        "A connection stays open unless something speaks against it",
        arguments: [
            ("GET / HTTP/1.1", "X: y", true), ("GET / HTTP/1.1", "Connection: Close", false),
            ("GET / HTTP/1.0", "X: y", false),
            ("POST / HTTP/1.1", "Content-Length: 3", false), ("GET / HTTP/1.1", "Content-Length: 0", true),
            ("POST / HTTP/1.1", "Transfer-Encoding: chunked", false),
        ])
    func keepingAlive(line: String, field: String, keepsAlive: Bool) throws {
        #expect(try head(line, "Host: localhost", field).keepsAlive == keepsAlive)
    }
}
