import Testing

@testable import CGI

@Suite("The grammar of multipart bodies")
struct MultipartGrammarTests {
    private let one = Outcome.form(Fields(["a": "1"]), files: [])

    @Test("Fields and files come out in order")
    func whole() throws {
        let body = multipart(field("a", "1"), file("f", "x.pdf", [0, 13, 10, 255]), field("b", "ب"), field("a", ""))
        #expect(try outcome(body) == .form(Fields(["a": "1", "b": "ب", "a": ""]), files: [[0, 13, 10, 255]]))
    }

    @Test(
        "Tolerated: preamble, epilogue, padding, a missing last line end, headers in any case or over several lines",
        arguments: [
            "junk\r\n--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--\r\n",
            "\r\n--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--\r\nepilogue\r\n--B\r\n",
            "--B \t \r\ncontent-disposition:FORM-DATA;NAME=a\r\n\r\n1\r\n--B--  \r\n",
            "--B\r\nX-Other: \t\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''x\r\n\r\n1\r\n--B--",
            "--B\r\nContent-Transfer-Encoding: BINARY\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: junk\r\n\r\n1\r\n--B--",
            "--B\r\nContent-Disposition: form-data;\r\n\tname\r\n =\"a\"\r\n\r\n1\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name = a\r\n\r\n1\r\n--B--",
        ])
    func tolerated(body: String) throws {
        #expect(try outcome(bytes(body), type: "multipart/form-data; boundary=B") == one)
    }

    @Test(
        "Refused, with the place that is broken",
        arguments: [
            ("", .unfinished), ("junk", .unfinished), ("--B", .unfinished), ("--B\r\n", .unfinished),
            ("--B\nContent-Disposition: form-data; name=a\n\n1\n--B--\n", .bareLineFeed),
            ("--B\r\nContent-Disposition: form-data; name=a\n\n1\r\n--B--", .bareLineFeed),
            ("--B\r\n\n1\r\n--B--", .bareLineFeed),
            ("--B--\n", .bareLineFeed),
            ("--Bx\r\n", .boundaryLine), ("--B-\r\n", .boundaryLine), ("--B--x\r\n", .boundaryLine),
            ("--B\rx", .boundaryLine), ("--B -- \r\n", .boundaryLine),
            ("--B\r\nno colon\r\n\r\n", .headerLine), ("--B\r\n: x\r\n\r\n", .headerLine),
            ("--B\r\nA B: x\r\n\r\n", .headerLine), ("--B\r\nA: \0\r\n\r\n", .headerLine),
            ("--B\r\nA: x\ry\r\n\r\n", .headerLine), ("--B\r\n folded\r\n\r\n", .headerLine),
            ("--B\r\n\r\n1\r\n--B--", .disposition), ("--B\r\nA: b\r\n\r\n1\r\n--B--", .disposition),
            ("--B\r\nContent-Disposition: attachment; name=a\r\n\r\n", .disposition),
            ("--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\n", .disposition),
            ("--B\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n", .disposition),
            ("--B\r\nContent-Disposition: form-data; name=a; filename=x; filename=y\r\n\r\n", .disposition),
            (
                "--B\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\n",
                .disposition
            ),
            ("--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--", .missingName),
            ("--B\r\nContent-Disposition: form-data; filename=x\r\n\r\n1\r\n--B--", .missingName),
            ("--B\r\nContent-Transfer-Encoding: base64\r\n\r\n", .transferEncoding),
            (
                "--B\r\nContent-Disposition: form-data; name=a; filename=\"\"\r\n\r\n1\r\n--B--", .namelessFile
            ),
        ] as [(String, FormFault.Grammar)])
    func refused(body: String, place: FormFault.Grammar) throws {
        #expect(try outcome(bytes(body), type: "multipart/form-data; boundary=B") == .fault(.malformed(place)))
    }

    @Test(
        "A boundary is 1 to 70 characters of RFC 2046",
        arguments: [
            ("multipart/form-data", .noBoundary), ("multipart/form-data; boundary=\"\"", .noBoundary),
            ("multipart/form-data; boundary=\(String(repeating: "b", count: 71))", .boundaryTooLong(limit: 70)),
            ("multipart/form-data; boundary=\(String(repeating: "b", count: 70))", .malformed(.unfinished)),
            ("multipart/form-data; boundary=\"a \"", .malformed(.boundary)),
            ("multipart/form-data; boundary=\"a b\"", .malformed(.unfinished)),
            ("multipart/form-data; boundary=\"a\r\n\"", .malformed(.boundary)),
            ("multipart/form-data; boundary=a*b", .malformed(.boundary)),
            ("multipart/form-data; boundary=ب", .malformed(.boundary)),
            ("multipart/form-data; boundary=a; boundary=b", .malformed(.boundary)),
            ("multipart/mixed; boundary=a", .unsupportedMediaType), ("text/plain", .unsupportedMediaType),
            ("junk", .unsupportedMediaType), ("", .unsupportedMediaType),
        ] as [(String, FormFault)])
    func boundaries(type: String, fault: FormFault) throws {
        #expect(try outcome(bytes("--"), type: type) == .fault(fault))
    }

    @Test("All 256 bytes are tried as a boundary's last character")
    func boundaryCharacters() throws {
        let allowed = (UInt8(1)..<128).filter { byte in
            (try? Boundary("a" + String(UnicodeScalar(byte)), longest: 70)) != nil
        }
        #expect(
            String(decoding: allowed, as: UTF8.self)
                == "'()+,-./0123456789:=?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
        for byte in 128...255 {
            #expect(throws: FormFault.self) { try Boundary("a" + String(UnicodeScalar(UInt8(byte))), longest: 70) }
        }
    }

    @Test(
        "Names of files come as the browser's user chose them",
        arguments: [
            ("x.pdf", "x.pdf"), ("a;b=c.pdf", "a;b=c.pdf"), ("a%22b", "a\"b"), ("a\\\"b", "a\"b"),
            ("a%0D%0Ab", "a\r\nb"), ("100%.pdf", "100%.pdf"), ("a%2", "a%2"), ("a%41", "a%41"),
            ("C:\\tmp\\نامه.pdf", "C:\\tmp\\نامه.pdf"), ("../../etc/passwd", "../../etc/passwd"),
        ])
    func filenames(sent: String, expected: String) throws {
        let body = multipart(file("f", sent, [1]))
        let request = try request(body: body)
        var reader = BodyReader(of: request, from: BodySource(body))
        let form = try readForm(of: request, from: &reader) { header, _ in
            #expect(header.filename == expected)
            #expect(header.contentType?.mediaType == "application/octet-stream")
            return UploadSink(upload: Upload())
        }
        #expect(form.files("f").map(\.header.filename) == [expected])
    }

    @Test("Names and text that are not UTF-8 are refused")
    func notUTF8() throws {
        let name = part(["Content-Disposition: form-data; name=\"a"], [])
        #expect(try outcome(multipart(name)) == .fault(.malformed(.disposition)))
        let head = bytes("--\(boundary)\r\nContent-Disposition: form-data; name=\"")
        #expect(try outcome(head + [0xFF] + bytes("\"\r\n\r\n")) == .fault(.notUTF8))
        let text = part(["Content-Disposition: form-data; name=\"a\""], [0x61, 0xC3])
        #expect(try outcome(multipart(text)) == .fault(.notUTF8))
    }

    @Test("A part without a body may share its blank line with the delimiter")
    func noBody() throws {
        let body = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--B--"
        #expect(
            try outcome(bytes(body), type: "multipart/form-data; boundary=B") == .form(Fields(["a": ""]), files: []))
    }

    @Test("What only looks like a delimiter is content")
    func lookalikes() throws {
        let content = bytes("\r\n--\r\n-\r\r\n\r\n---Xb42\r\n----Xb4\r\n--\(boundary.dropLast())--\(boundary)\r")
        #expect(try outcome(multipart(file("f", "x", content))) == .form(Fields(), files: [content]))
    }
}
