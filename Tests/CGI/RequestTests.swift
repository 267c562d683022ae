import Testing

@testable import CGI

@Suite("A request")
struct RequestTests {
    @Test("A GET of a web server becomes a request with all its parts")
    func whole() throws {
        let request = try Request(
            environment: environment([
                "PATH_INFO": "/letters/نامه", "QUERY_STRING": "unit=a+b&unit=%D9%86", "HTTPS": "on",
                "HTTP_COOKIE": "a=1; b=\"2\"", "HTTP_SEC_FETCH_SITE": "same-origin", "DOCUMENT_ROOT": "/var/www",
            ]))
        #expect(request.method == .get)
        #expect(request.path == "/letters/نامه")
        #expect(request.query.all("unit") == ["a b", "ن"])
        #expect(request.cookies["b"] == "2")
        #expect(request.header("Sec-Fetch-Site") == "same-origin")
        #expect(request.header("sec-fetch-site") == "same-origin")
        #expect(request.header("Origin") == nil)
        #expect(request.scriptName == "/cgi-bin/p")
        #expect(request.remoteAddress == "192.0.2.1")
        #expect(request.documentRoot == "/var/www")
        #expect(request.isHTTPS)
        #expect(request.contentLength == nil)
        #expect(request.contentType == nil)
    }

    @Test(
        "Where the server has not taken the program's own path off, the program does",
        arguments: [
            ("", "/cgi-bin/p/desk", "/desk"), ("", "/cgi-bin/p", "/"), ("", "/cgi-bin/p/", "/"),
            ("", "/cgi-bin/px", "/cgi-bin/px"), ("", "/desk", "/desk"),
            ("/cgi-bin/p", "/cgi-bin/p/desk", "/cgi-bin/p/desk"),
        ])
    func mount(script: String, path: String, rest: String) throws {
        var request = try Request(environment: environment(["SCRIPT_NAME": script, "PATH_INFO": path]))
        request.leave(mount: "/cgi-bin/p")
        #expect(request.path == rest)
        #expect(request.scriptName == (path == rest ? script : "/cgi-bin/p"))
    }

    @Test("The smallest environment has the path / and comes by plain HTTP")
    func smallest() throws {
        let request = try Request(environment: environment(["PATH_INFO": "", "HTTPS": "off", "CONTENT_LENGTH": ""]))
        #expect(request.path == "/")
        #expect(!request.isHTTPS)
        #expect(request.documentRoot == nil)
        #expect(request.contentLength == nil)
    }

    @Test("The Proxy header is dropped", arguments: ["Proxy", "proxy", "PROXY"])
    func proxy(name: String) throws {
        #expect(try Request(environment: environment(["HTTP_PROXY": "http://evil"])).header(name) == nil)
    }

    @Test("X-Forwarded headers change neither the address nor the scheme")
    func forwarded() throws {
        let request = try Request(
            environment: environment(["HTTP_X_FORWARDED_FOR": "10.0.0.1", "HTTP_X_FORWARDED_PROTO": "https"]))
        #expect(request.remoteAddress == "192.0.2.1")
        #expect(!request.isHTTPS)
    }

    @Test(
        "A content length is a row of digits or absent",
        arguments: [
            ("0", 0), ("5", 5), ("007", 7), ("9223372036854775807", Int.max),
        ])
    func length(text: String, expected: Int) throws {
        #expect(try Request(environment: environment(["CONTENT_LENGTH": text])).contentLength == expected)
    }

    @Test(
        "A wrong content length is refused with a 4xx",
        arguments: [
            ("-1", RequestFault.badContentLength), ("+5", .badContentLength), (" 5", .badContentLength),
            ("5 ", .badContentLength), ("0x10", .badContentLength), ("five", .badContentLength),
            ("5.0", .badContentLength), ("۵", .badContentLength), ("5, 5", .repeatedContentLength),
            ("5,6", .repeatedContentLength), ("9223372036854775808", .contentLengthOverflow),
            ("99999999999999999999999999", .contentLengthOverflow),
        ])
    func wrongLength(text: String, fault: RequestFault) {
        #expect(throws: fault) { try Request(environment: environment(["CONTENT_LENGTH": text])) }
        #expect((400..<500).contains(fault.status.code))
    }

    @Test(
        "What the web server must set is missed by name",
        arguments: ["REQUEST_METHOD", "SCRIPT_NAME", "REMOTE_ADDR"])
    func missing(name: String) {
        var variables = environment()
        variables[name] = nil
        #expect(throws: RequestFault.missingVariable(name)) { try Request(environment: variables) }
        #expect(RequestFault.missingVariable(name).status == .internalServerError)
    }

    @Test(
        "A path with control characters, without a slash or with bytes that are not UTF-8 is refused",
        arguments: ["/a\nb", "/a\u{0}", "/\u{7F}", "/\t", "a", "/\u{FFFD}"])
    func badPath(path: String) {
        #expect(throws: RequestFault.badPath) { try Request(environment: environment(["PATH_INFO": path])) }
        #expect(throws: RequestFault.badPath) { try Request(environment: environment(["SCRIPT_NAME": path])) }
    }

    @Test(
        "A query that cannot be decoded is refused",
        arguments: [
            ("a=%", URLEncodedFault.badEscape), ("a=%4", .badEscape), ("%zz=1", .badEscape), ("a=%FF", .notUTF8),
            ("a=\u{FFFD}", .notUTF8), ("a=%C0%AF", .notUTF8), ("a=%ED%A0%80", .notUTF8),
        ])
    func badQuery(query: String, fault: URLEncodedFault) {
        #expect(throws: RequestFault.badQuery(fault)) {
            try Request(environment: environment(["QUERY_STRING": query]))
        }
    }

    @Test("A query may have 200 fields but not 201")
    func queryLimit() throws {
        let most = Array(repeating: "a=1", count: 200).joined(separator: "&")
        #expect(try Request(environment: environment(["QUERY_STRING": most])).query.count == 200)
        #expect(throws: RequestFault.badQuery(.tooManyFields(limit: 200))) {
            try Request(environment: environment(["QUERY_STRING": most + "&b"]))
        }
    }

    @Test(
        "Methods are tokens, and their case matters",
        arguments: [
            ("GET", Method.get), ("HEAD", .head), ("POST", .post), ("get", .other("get")),
            ("PROPFIND", .other("PROPFIND")), ("", nil), ("A B", nil), ("GET\r", nil), ("متد", nil),
            (String(repeating: "A", count: 32), .other(String(repeating: "A", count: 32))),
            (String(repeating: "A", count: 33), nil),
        ] as [(String, Method?)])
    func methods(name: String, expected: Method?) {
        #expect(Method(name) == expected)
    }

    @Test("This process's environment is found")
    func processVariables() throws {
        #expect(try #require(processEnvironment()["PATH"]).contains("/"))
    }
}
