import Testing

@testable import CGI

@Suite("Fields, queries and percent-encoding")
struct FieldsTests {
    @Test("Fields keep their order and know what is repeated")
    func fields() {
        let fields = Fields(["a": "1", "b": "2", "a": "3"])
        #expect(fields["a"] == "1")
        #expect(fields["c"] == nil)
        #expect(fields.all("a") == ["1", "3"])
        #expect(fields.names == ["a", "b"])
        #expect(fields.isRepeated("a"))
        #expect(!fields.isRepeated("b"))
        #expect(!fields.isRepeated("c"))
    }

    @Test(
        "Queries are taken apart as browsers put them together",
        arguments: [
            ("", [:]), ("a", ["a": ""]), ("a=", ["a": ""]), ("=b", ["": "b"]), ("a=b=c", ["a": "b=c"]),
            ("&&a=1&&b=2&", ["a": "1", "b": "2"]), ("a+b=c+d", ["a b": "c d"]), ("a=%2B%26%3D", ["a": "+&="]),
            ("a=%00", ["a": "\0"]), ("نام=ن", ["نام": "ن"]),
        ] as [(String, KeyValuePairs<String, String>)])
    func queries(text: String, expected: KeyValuePairs<String, String>) throws {
        #expect(try Fields(urlEncoded: bytes(text)[...]) == Fields(expected))
    }

    @Test("Every text survives encoding and decoding", arguments: ["", "a b+c%&=/?#", "نامه‌ها", "\0\r\n\u{10FFFF}"])
    func roundTrip(text: String) {
        let encoded = percentEncoded(forQuery: text)
        #expect(encoded.utf8.allSatisfy { $0.isUnreserved || $0 == .ascii("%") })
        #expect(percentDecoded(encoded) == text)
        #expect(percentDecoded(encoded, plusIsSpace: true) == text)
    }

    @Test("All bytes but the unreserved are encoded")
    func allBytes() {
        let kept = (UInt8.min...UInt8.max).filter { percentEncoded([$0], keeping: \.isUnreserved).utf8.count == 1 }
        #expect(
            String(decoding: kept, as: UTF8.self)
                == "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~")
    }

    @Test("Broken escapes and broken UTF-8 are not decoded", arguments: ["%", "%4", "%4g", "%g4", "%%41", "%80"])
    func broken(text: String) {
        #expect(percentDecoded(text) == nil)
    }

    @Test("A plus is a space only where that was asked")
    func plus() {
        #expect(percentDecoded("a+b") == "a+b")
        #expect(percentDecoded("a+b", plusIsSpace: true) == "a b")
    }

    @Test(
        "Cookies are read tolerantly",
        arguments: [
            ("", [:]), ("a=1", ["a": "1"]), ("a=1; b=2", ["a": "1", "b": "2"]), ("a=1;b=2;", ["a": "1", "b": "2"]),
            ("a=\"1\"", ["a": "1"]), ("a=\"", ["a": "\""]), ("a=\"\"", ["a": ""]), ("a=", ["a": ""]),
            ("junk; a=1", ["a": "1"]), ("=x; a=1", ["a": "1"]), ("a b=2; a=1", ["a": "1"]),
            ("a=1; a=2", ["a": "1", "a": "2"]), ("a=x=y", ["a": "x=y"]), ("  a = 1  ", ["a": "1"]),
            ("a=1\u{1}; b=2", ["b": "2"]), ("__Host-s=abc", ["__Host-s": "abc"]), (";;;", [:]),
        ] as [(String, KeyValuePairs<String, String>)])
    func cookies(header: String, expected: KeyValuePairs<String, String>) {
        #expect(Fields(cookieHeader: header) == Fields(expected))
    }

    @Test(
        "A media type is read with its parameters",
        arguments: [
            ("text/plain", "text/plain", [:]),
            ("Text/PLAIN; Charset=UTF-8", "text/plain", ["charset": "UTF-8"]),
            ("a/b;c=\"x;y\" ; d=1", "a/b", ["c": "x;y", "d": "1"]),
            ("a/b; c=\"x\\\"y\\\\z\\w\"", "a/b", ["c": "x\"y\\z\\w"]),
            ("a/b; boundary=----=_Part_1/2", "a/b", ["boundary": "----=_Part_1/2"]),
            ("a/b;", "a/b", [:]), ("a/b;;c=\"\"", "a/b", ["c": ""]),
        ] as [(String, String, KeyValuePairs<String, String>)])
    func mediaType(text: String, mediaType: String, parameters: KeyValuePairs<String, String>) throws {
        let type = try #require(ContentType(text))
        #expect(type.mediaType == mediaType)
        #expect(type.parameters == Fields(parameters))
        #expect(ContentType(type.description) == type, "as written: \(type)")
    }

    @Test(
        "What is no media type is nil",
        arguments: [
            "", "text", "text/", "/plain", "a/b/c", "a b/c", "a/b; c", "a/b; =c", "a/b; c=", "a/b; c=\"x",
            "a/b; c=\"x\"y", "a/b; c=d e", "a/b; c=d\"e\"", "a/b, a/c",
        ])
    func noMediaType(text: String) {
        #expect(ContentType(text) == nil)
    }
}
