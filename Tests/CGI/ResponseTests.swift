import Glibc
import Testing

@testable import CGI

@Suite("A response")
struct ResponseTests {
    private func text(_ response: Response, headOnly: Bool = false) throws -> String {
        String(decoding: try written(response, headOnly: headOnly), as: UTF8.self)
    }

    @Test("Status, headers, length and body are written in this order")
    func whole() throws {
        var response = Response(contentType: "text/html; charset=utf-8", body: .bytes(bytes("سلام")))
        response.set("Cache-Control", "no-store")
        #expect(
            try text(response)
                == "Status: 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                + "Content-Length: 8\r\n\r\nسلام")
    }

    @Test("The answer to HEAD has the length but not the body")
    func head() throws {
        let response = Response(contentType: "text/plain", body: .bytes(bytes("abc")))
        #expect(
            try text(response, headOnly: true)
                == "Status: 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\n")
    }

    @Test("An empty answer has the length 0, a 304 has none")
    func empty() throws {
        #expect(try text(Response(.notFound)) == "Status: 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        #expect(try text(Response(.notModified, body: .bytes([1]))) == "Status: 304 Not Modified\r\n\r\n")
    }

    @Test("A body always has a type")
    func untyped() throws {
        #expect(try text(Response(body: .bytes([0x61]))).contains("\r\nContent-Type: application/octet-stream\r\n"))
    }

    @Test(
        "A redirect's location cannot begin another header",
        arguments: [
            ("/desk", "/desk"), ("/a?b=c&d=%20#e", "/a?b=c&d=%20#e"),
            ("/x\r\nSet-Cookie: a=b", "/x%0D%0ASet-Cookie:%20a=b"), ("/\0", "/%00"), ("/ن", "/%D9%86"),
            ("/\"<>", "/%22%3C%3E"),
        ])
    func redirect(location: String, written: String) throws {
        #expect(
            try text(.seeOther(location))
                == "Status: 303 See Other\r\nLocation: \(written)\r\nContent-Length: 0\r\n\r\n")
    }

    @Test("Of all 256 bytes a header value holds printable ASCII, space and tab")
    func headerValues() {
        let allowed = (UInt8(0)..<128).filter { HeaderValue("a" + String(UnicodeScalar($0))) != nil }
        #expect(allowed == [9] + Array(32...126))
        for scalar in 128...255 { #expect(HeaderValue(String(UnicodeScalar(UInt8(scalar)))) == nil) }
        #expect(HeaderValue(String("a\r\nb")) == nil)
        #expect(HeaderValue(String()) != nil)
    }

    @Test("A header name is a token", arguments: ["", "A B", "A:", "A\r\n", "نام", "A\0"])
    func headerNames(name: String) {
        #expect(HeaderName(name) == nil)
    }

    @Test("Setting replaces whatever the case, adding does not, and framing headers are ignored")
    func headers() {
        var response = Response()
        response.set("X-A", "1")
        response.set("x-a", "2")
        response.add("X-B", "1")
        response.add("X-B", "2")
        response.set("Content-length", "99")
        response.add("STATUS", "200")
        response.add("Transfer-Encoding", "chunked")
        #expect(response.headers.map { "\($0.name)=\($0.value)" } == ["x-a=2", "X-B=1", "X-B=2"])
        #expect(response["x-b"] == "1")
    }

    @Test("A file is copied from its position, as long as promised", arguments: [0, 1, 65_536, 300_000])
    func file(length: Int) throws {
        let content = (0..<(length + 10)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = try temporaryFile(content)
        defer { close(file) }
        lseek(file, 5, SEEK_SET)
        let output = try written(Response(contentType: "a/b", body: .file(descriptor: file, length: length)))
        #expect(Array(output.suffix(length)) == Array(content[5..<(5 + length)]))
        #expect(String(decoding: output.prefix(80), as: UTF8.self).contains("Content-Length: \(length)\r\n\r\n"))
    }

    @Test("A file that is too short is a fault")
    func shortFile() throws {
        let file = try temporaryFile([1, 2, 3])
        defer { close(file) }
        #expect(throws: WriteFault.fileTooShort(missing: 2)) {
            try written(Response(body: .file(descriptor: file, length: 5)))
        }
    }

    @Test("A closed descriptor is a fault with its number")
    func closed() {
        #expect(throws: WriteFault.system(code: EBADF)) {
            var closed = DescriptorOutput(-1)
            try Response().write(to: &closed)
        }
    }

    @Test("A slow reader gets everything, through a pipe that takes little at a time", arguments: [false, true])
    func slowReader(fromFile: Bool) throws {
        var ends: [CInt] = [0, 0]
        try #require(pipe(&ends) == 0)
        let (output, input) = (ends[0], ends[1])
        if fromFile { _ = fcntl(input, F_SETFL, O_NONBLOCK) }
        let content = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let file = try temporaryFile(content)
        defer { close(file) }
        let body = fromFile ? Response.Body.file(descriptor: file, length: content.count) : .bytes(content)
        let reading = try PipeReader(of: output)
        var sink = DescriptorOutput(input)
        try Response(contentType: "a/b", body: body).write(to: &sink)
        close(input)
        #expect(Array(reading.wait().suffix(content.count)) == content)
        close(output)
    }

    @Test("A source that the system cannot send by itself is copied by hand")
    func copiedByHand() throws {
        var ends: [CInt] = [0, 0]
        try #require(pipe(&ends) == 0)
        let content = bytes("through a pipe")
        try #require(Glibc.write(ends[1], content, content.count) == content.count)
        close(ends[1])
        let output = try written(Response(body: .file(descriptor: ends[0], length: content.count)))
        #expect(Array(output.suffix(content.count)) == content)
        close(ends[0])
    }
}
