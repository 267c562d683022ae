import Testing

@testable import CGI

@Suite("Set-Cookie and Content-Disposition")
struct CookieTests {
    @Test("A cookie is secure, hidden from scripts and lax unless told otherwise")
    func defaults() throws {
        let cookie = try #require(Cookie(name: "__Host-session", value: "abc-_123"))
        #expect(cookie.setCookie == "__Host-session=abc-_123; Path=/; Secure; HttpOnly; SameSite=Lax")
        #expect(
            cookie.deleted?.setCookie == "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax")
    }

    @Test("Everything can be set")
    func everything() throws {
        let cookie = try #require(
            Cookie(
                name: "a", value: "", path: "/cgi-bin/p", maxAge: 300, secure: false, httpOnly: false, sameSite: .strict
            ))
        #expect(cookie.setCookie == "a=; Path=/cgi-bin/p; Max-Age=300; SameSite=Strict")
    }

    @Test(
        "What would break out of the header is refused",
        arguments: [
            ("", "v", "/"), ("a b", "v", "/"), ("a=b", "v", "/"), ("a;", "v", "/"), ("a\r\n", "v", "/"),
            ("a", "v;w", "/"), ("a", "v w", "/"), ("a", "v\r\nX: y", "/"), ("a", "\"v\"", "/"), ("a", "v,w", "/"),
            ("a", "\\", "/"), ("a", "ن", "/"), ("a", "v", ""), ("a", "v", "x"), ("a", "v", "/;Domain=x"),
            ("a", "v", "/\n"),
        ])
    func refused(name: String, value: String, path: String) {
        #expect(Cookie(name: name, value: value, path: path) == nil)
    }

    @Test("A name's prefix must tell the truth")
    func prefixes() {
        #expect(Cookie(name: "__Host-a", value: "", secure: false) == nil)
        #expect(Cookie(name: "__host-a", value: "", path: "/x") == nil)
        #expect(Cookie(name: "__Secure-a", value: "", secure: false) == nil)
        #expect(Cookie(name: "__Secure-a", value: "", path: "/x") != nil)
        #expect(Cookie(name: "a", value: "", maxAge: -1) == nil)
    }

    @Test("Several cookies are several headers")
    func several() throws {
        var response = Response()
        for name in ["a", "b"] { response.add(try #require(Cookie(name: name, value: "1"))) }
        #expect(response.headers.map(\.name) == ["Set-Cookie", "Set-Cookie"])
    }

    @Test(
        "A download's name is safe in the header and whole in the browser",
        arguments: [
            ("a.pdf", "attachment; filename=\"a.pdf\""),
            ("my file.pdf", "attachment; filename=\"my file.pdf\""),
            ("نامه.pdf", "attachment; filename=\"____.pdf\"; filename*=UTF-8''%D9%86%D8%A7%D9%85%D9%87.pdf"),
            ("a\"b.pdf", "attachment; filename=\"a_b.pdf\"; filename*=UTF-8''a%22b.pdf"),
            ("100%.pdf", "attachment; filename=\"100_.pdf\"; filename*=UTF-8''100%25.pdf"),
            ("é'*.pdf", "attachment; filename=\"_'*.pdf\"; filename*=UTF-8''%C3%A9%27%2A.pdf"),
            ("a\r\nX: y", "attachment; filename=\"a__X: y\""),
            ("../../x\\y\0", "attachment; filename=\".._.._x_y_\""),
            ("a\u{202E}fdp.exe", "attachment; filename=\"a_fdp.exe\""),
            ("ه\u{200C}ا", "attachment; filename=\"___\"; filename*=UTF-8''%D9%87%E2%80%8C%D8%A7"),
            ("", "attachment"),
        ])
    func downloads(filename: String, expected: String) {
        #expect(contentDisposition(attachment: filename).description == expected)
    }
}
