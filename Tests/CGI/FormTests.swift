import Testing

@testable import CGI

@Suite("Reading a form")
struct FormTests {
    private static let urlEncoded = "application/x-www-form-urlencoded; charset=UTF-8"

    @Test("An urlencoded form is decoded")
    func urlEncodedForm() throws {
        let body = bytes("mobile=0912+345&code=%DB%B1&code=2")
        let expected = Outcome.form(Fields(["mobile": "0912 345", "code": "۱", "code": "2"]), files: [])
        #expect(try outcome(body, type: Self.urlEncoded) == expected)
        #expect(try outcome(body, type: Self.urlEncoded, pieces: [1]) == expected)
        #expect(try outcome([], type: Self.urlEncoded) == .form(Fields(), files: []))
    }

    @Test(
        "An urlencoded form that cannot be decoded is refused",
        arguments: [
            ("a=%", FormFault.malformed(.percentEncoding)), ("a=%FF", .notUTF8),
            ("\u{0}=%zz", .malformed(.percentEncoding)),
        ])
    func badURLEncoded(body: String, fault: FormFault) throws {
        #expect(try outcome(bytes(body), type: Self.urlEncoded) == .fault(fault))
    }

    @Test("A body without a length is refused with 411, and nothing is read")
    func lengthRequired() throws {
        let request = try Request(environment: environment(["CONTENT_TYPE": Self.urlEncoded]))
        var reader = BodyReader(of: request, from: BrokenSource())
        #expect(throws: FormFault.lengthRequired) { let _: Fields = try readForm(of: request, from: &reader) }
        #expect(FormFault.lengthRequired.status == .lengthRequired)
    }

    @Test("A file field in which nothing was chosen is not opened and not listed")
    func unchosen() throws {
        let body = multipart(file("f", "", []), field("a", "1"))
        #expect(try outcome(body) == .form(Fields(["a": "1"]), files: []))
        let request = try request(body: body)
        var reader = BodyReader(of: request, from: BodySource(body))
        #expect(try readForm(of: request, from: &reader)["a"] == "1")
    }

    @Test("A form without file fields refuses a file")
    func unexpectedFile() throws {
        let body = multipart(file("f", "x", [1]))
        let request = try request(body: body)
        var reader = BodyReader(of: request, from: BodySource(body))
        #expect(throws: FormFault.unexpectedFile) { let _: Fields = try readForm(of: request, from: &reader) }
    }

    @Test("An empty file that was chosen is opened, finished and listed")
    func emptyFile() throws {
        let upload = Upload()
        let body = multipart(file("f", "x", []))
        let request = try request(body: body)
        var reader = BodyReader(of: request, from: BodySource(body))
        let form = try readForm(of: request, from: &reader) { _, _ in UploadSink(upload: upload) }
        #expect(form.files.map(\.byteCount) == [0])
        #expect(upload.isFinished && !upload.isAbandoned)
    }

    @Test("Opening a file sees the fields that came before it, and may refuse before a byte is kept")
    func refusingFile() throws {
        struct BadToken: Error {}
        let content = [UInt8](repeating: 7, count: 200_000)
        let body = multipart(field("token", "t"), file("f", "x", content), field("late", "1"))
        let request = try request(body: body)
        var reader = BodyReader(of: request, from: BodySource(body, failsAtEnd: true))
        #expect(throws: BadToken.self) {
            try readForm(of: request, from: &reader) { header, fields -> UploadSink in
                #expect(fields == Fields(["token": "t"]))
                #expect(header.name == "f")
                throw BadToken()
            }
        }
        #expect(reader.received <= 70_000)
        let isDrained = reader.drain(atMost: body.count)
        #expect(isDrained)
        #expect(reader.received == body.count)
    }

    @Test("When a sink throws, its error ends the reading and every opened file is abandoned")
    func throwingSink() throws {
        let uploads = [Upload(), Upload()]
        let body = multipart(file("f", "x", [1]), file("f", "y", [1, 2, 3, 4]))
        let request = try request(body: body)
        var reader = BodyReader(of: request, from: BodySource(body))
        var opened = 0
        #expect(throws: UploadSink.Fault.full) {
            try readForm(of: request, from: &reader) { _, _ in
                defer { opened += 1 }
                return UploadSink(upload: uploads[opened], capacity: 3)
            }
        }
        #expect(uploads.map(\.isFinished) == [true, false])
        #expect(uploads.map(\.isAbandoned) == [true, true])
    }

    @Test("A body cut at any byte is truncated, and its files are abandoned")
    func truncated() throws {
        let body = multipart(field("a", "1"), file("f", "x", bytes("content")), field("b", "2"))
        let request = try request(body: body)
        for length in 0..<body.count {
            let upload = Upload()
            var wasOpened = false
            var reader = BodyReader(of: request, from: BodySource(Array(body[..<length])))
            #expect(throws: FormFault.truncated(expected: body.count, got: length)) {
                try readForm(of: request, from: &reader) { _, _ in
                    wasOpened = true
                    return UploadSink(upload: upload)
                }
            }
            #expect(upload.isAbandoned == wasOpened, "cut at \(length)")
        }
    }

    @Test("A body whose length ends before the closing boundary is unfinished, wherever it ends")
    func unfinished() throws {
        let body = multipart(field("a", "1"), file("f", "x", bytes("content")))
        let closed = body.count - 2
        for length in 0..<closed {
            #expect(try outcome(Array(body[..<length])) == .fault(.malformed(.unfinished)), "cut at \(length)")
        }
        #expect(try outcome(Array(body[..<closed])) == outcome(body))
    }

    @Test("A truncated urlencoded body is truncated")
    func truncatedURLEncoded() throws {
        let request = try request(body: bytes("a=12"), type: Self.urlEncoded)
        var reader = BodyReader(of: request, from: BodySource(bytes("a=1")))
        #expect(throws: FormFault.truncated(expected: 4, got: 3)) {
            let _: Fields = try readForm(of: request, from: &reader)
        }
    }
}
