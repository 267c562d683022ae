import Testing

@testable import CGI

/// Each limit: N is allowed, N + 1 is not.
@Suite("The limits of a form")
struct FormLimitsTests {
    private static let urlEncoded = "application/x-www-form-urlencoded"

    private func limits(_ change: (inout FormLimits) -> Void) -> FormLimits {
        var limits = FormLimits()
        change(&limits)
        return limits
    }

    private func fault(
        _ body: [UInt8], type: String = "multipart/form-data; boundary=\(boundary)", _ limits: FormLimits,
        pieces: [Int] = [.max]
    ) throws -> FormFault? {
        guard case .fault(let fault) = try outcome(body, type: type, pieces: pieces, limits: limits) else { return nil }
        return fault
    }

    @Test("The body's length", arguments: [multipart(field("a", "1")), bytes("a=1")])
    func body(body: [UInt8]) throws {
        let type = body.count > 10 ? "multipart/form-data; boundary=\(boundary)" : Self.urlEncoded
        #expect(try fault(body, type: type, limits { $0.body = body.count }) == nil)
        let refused = try fault(body, type: type, limits { $0.body = body.count - 1 })
        #expect(refused == .bodyTooLarge(limit: body.count - 1))
        #expect(refused?.status == .contentTooLarge)
    }

    @Test("The parts", arguments: [1, 2, 32])
    func parts(count: Int) throws {
        let body = multipart(Array(repeatElement(field("a", "1"), count: count).joined()))
        #expect(try fault(body, limits { $0.parts = count }) == nil)
        #expect(try fault(body, limits { $0.parts = count - 1 }) == .tooManyParts(limit: count - 1))
    }

    @Test("The header lines of a part")
    func headers() throws {
        let body = multipart(part(["A: 1", "B: 2", "Content-Disposition: form-data; name=a"], []))
        #expect(try fault(body, limits { $0.headersPerPart = 3 }) == nil)
        #expect(try fault(body, limits { $0.headersPerPart = 2 }) == .tooManyHeaders(limit: 2))
    }

    @Test("Header lines are counted for each part anew")
    func headersAnew() throws {
        #expect(try fault(multipart(field("a", "1"), field("b", "2")), limits { $0.headersPerPart = 1 }) == nil)
    }

    @Test("A header line over several lines counts as a whole", arguments: [[.max], [1], [5]])
    func foldedHeaderLine(pieces: [Int]) throws {
        let lines = "X: 345678\r\n 012345678\r\n\t012345678\r\n"
        let rest = "Content-Disposition: form-data; name=a\r\n\r\n\r\n--\(boundary)--"
        let body = bytes("--\(boundary)\r\n" + lines + rest)
        #expect(try fault(body, limits { $0.headerLine = 39 }, pieces: pieces) == nil)
        #expect(try fault(body, limits { $0.headersPerPart = 4 }, pieces: pieces) == nil)
        #expect(try fault(body, limits { $0.headersPerPart = 3 }, pieces: pieces) == .tooManyHeaders(limit: 3))
        // The second line brings it to 19 bytes, the third to 29.
        let folded = bytes("--\(boundary)\r\n" + lines + "\r\n")
        #expect(try fault(folded, limits { $0.headerLine = 29 }, pieces: pieces) == .malformed(.disposition))
        #expect(try fault(folded, limits { $0.headerLine = 28 }, pieces: pieces) == .headerTooLong(limit: 28))
    }

    @Test("A header line's length", arguments: [[.max], [1], [5]])
    func headerLine(pieces: [Int]) throws {
        for end in ["\r\n", "\n", "\r\r\n", ""] {
            let line = "X: " + String(repeating: "x", count: 97)
            let rest = end == "\r\n" ? "Content-Disposition: form-data; name=a\r\n\r\n\r\n--\(boundary)--" : ""
            let body = bytes("--\(boundary)\r\n" + line + end + rest)
            let atLimit = try fault(body, limits { $0.headerLine = 100 }, pieces: pieces)
            #expect(atLimit != .headerTooLong(limit: 100) || end == "\r\r\n")
            #expect(
                try fault(body, limits { $0.headerLine = 99 }, pieces: pieces) == .headerTooLong(limit: 99), "\(end)")
        }
    }

    @Test("A header line without end is refused before the body is read")
    func endlessHeader() throws {
        let body = bytes("--\(boundary)\r\n") + [UInt8](repeating: 0x61, count: 1_000_000)
        let request = try request(body: body)
        var reader = BodyReader(of: request, from: BodySource(body))
        #expect(throws: FormFault.headerTooLong(limit: 4096)) {
            let _: Fields = try readForm(of: request, from: &reader)
        }
        #expect(reader.received < 100_000)
    }

    @Test("The boundary's length")
    func boundaryLength() throws {
        let body = multipart(field("a", "1"))
        #expect(try fault(body, limits { $0.boundary = boundary.utf8.count }) == nil)
        #expect(try fault(body, limits { $0.boundary = 7 }) == .boundaryTooLong(limit: 7))
    }

    @Test("One text field", arguments: [[.max], [1]])
    func fieldBytes(pieces: [Int]) throws {
        let body = multipart(field("a", "12345"), field("b", "12345"))
        #expect(try fault(body, limits { $0.fieldBytes = 5 }, pieces: pieces) == nil)
        #expect(try fault(body, limits { $0.fieldBytes = 4 }, pieces: pieces) == .fieldTooLong(limit: 4))
        #expect(try fault(bytes("a=%31345"), type: Self.urlEncoded, limits { $0.fieldBytes = 4 }) == nil)
        #expect(
            try fault(bytes("a=%31345"), type: Self.urlEncoded, limits { $0.fieldBytes = 3 }) == .fieldTooLong(limit: 3)
        )
    }

    @Test("All text fields together, with their names")
    func fieldsTotal() throws {
        let body = multipart(field("a", "12345"), file("f", "x", [UInt8](repeating: 1, count: 99)), field("b", "12345"))
        #expect(try fault(body, limits { $0.fieldsTotalBytes = 12 }) == nil)
        #expect(try fault(body, limits { $0.fieldsTotalBytes = 11 }) == .fieldsTooLong(limit: 11))
        #expect(try fault(bytes("a=1&b=2"), type: Self.urlEncoded, limits { $0.fieldsTotalBytes = 4 }) == nil)
        #expect(
            try fault(bytes("a=1&b=2"), type: Self.urlEncoded, limits { $0.fieldsTotalBytes = 3 })
                == .fieldsTooLong(limit: 3))
    }

    @Test("The fields of an urlencoded body")
    func urlEncodedFields() throws {
        let most = Array(repeating: "a=1", count: 200).joined(separator: "&")
        #expect(try fault(bytes(most), type: Self.urlEncoded, FormLimits()) == nil)
        #expect(try fault(bytes(most + "&a"), type: Self.urlEncoded, FormLimits()) == .tooManyFields(limit: 200))
    }

    @Test("An urlencoded body that cannot fit its fields' limits is refused unread")
    func urlEncodedBody() throws {
        let limits = limits {
            $0.fieldsTotalBytes = 10
            $0.urlEncodedFields = 2
        }
        let fits = bytes("a=%31%31%31%31&b=%31%31%31%31")
        #expect(try fault(fits, type: Self.urlEncoded, limits) == nil)
        let whole = fits + [UInt8](repeating: .ascii("&"), count: 34 - fits.count)
        #expect(try fault(whole, type: Self.urlEncoded, limits) == nil)
        #expect(try fault(whole + bytes("&"), type: Self.urlEncoded, limits) == .bodyTooLarge(limit: 34))
    }
}
