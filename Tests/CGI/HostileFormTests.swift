import Testing

@testable import CGI

/// Bodies made to keep a reader busy. Steps and reads are counted, as time would depend on the machine.
@Suite("Hostile forms cost no more than their length")
struct HostileFormTests {
    private static let length = 1_000_000

    private static func repeated(_ text: String) -> [UInt8] {
        let text = bytes(text)
        return Array(Array(repeatElement(text, count: length / text.count).joined()))
    }

    /// How many steps and fills the body took until its end or its fault, and how many bytes came out of it.
    private func cost(_ body: [UInt8], pieces: Int = .max) throws -> (steps: Int, fills: Int, fault: FormFault?) {
        let type = try #require(ContentType("multipart/form-data; boundary=\(boundary)"))
        var reader = try MultipartReader(contentType: type, limits: FormLimits())
        var buffer = reader.makeBuffer()
        var (steps, fills, place) = (0, 0, 0)
        do throws(FormFault) {
            while true {
                steps += 1
                switch try reader.next(in: &buffer) {
                case .end: return (steps, fills, nil)
                case .needsMore:
                    guard place < body.count else {
                        try reader.finish()
                        return (steps, fills, nil)
                    }
                    fills += 1
                    let end = min(body.count, pieces == .max ? body.count : place + pieces)
                    place += body[place..<end].withUnsafeBytes { buffer.fill(from: $0) }
                default: break
                }
            }
        } catch {
            return (steps, fills, error)
        }
    }

    @Test("A storm of parts ends at the limit of parts")
    func partStorm() throws {
        let part = "--\(boundary)\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n"
        let cost = try cost(Self.repeated(part))
        #expect(cost.fault == .tooManyParts(limit: 32))
        #expect(cost.steps < 200)
        #expect(cost.fills == 1)
    }

    @Test("Header lines without end, long or many, end at their limits")
    func headers() throws {
        for (lines, fault) in [
            ("X: y\r\n", .tooManyHeaders(limit: 8)), ("x", .headerTooLong(limit: 4_096)),
            (String(repeating: "x", count: 4_090) + ": \r\n", .tooManyHeaders(limit: 8)),
            ("\r", .headerTooLong(limit: 4_096)), ("\n", .malformed(.bareLineFeed)),
        ] as [(String, FormFault)] {
            let cost = try cost(bytes("--\(boundary)\r\n") + Self.repeated(lines), pieces: 1_000)
            #expect(cost.fault == fault, "\(lines.prefix(9).debugDescription)")
            #expect(cost.steps < 100)
        }
    }

    @Test(
        "What almost is a boundary is data, at one step a piece",
        arguments: [
            "\r\n--\(boundary.dropLast())", "\r\n-", "\r", "\r\n", "\r\n--", "--\(boundary)", "\n--\(boundary)\n",
            "\r\n--\(boundary.dropLast())\r",
        ])
    func nearBoundaries(text: String) throws {
        let start = bytes("--\(boundary)\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\nx")
        for pieces in [1_000, 65_536] {
            let cost = try cost(start + Self.repeated(text), pieces: pieces)
            #expect(cost.fault == .malformed(.unfinished))
            // For each fill a step that wants it, one with its bytes, and at most one more for what may be a boundary.
            #expect(cost.steps <= 3 * cost.fills + 10, "\(cost.steps) steps for \(cost.fills) fills")
            #expect(cost.fills <= Self.length / pieces * 2 + 10)
        }
    }

    @Test("A preamble without end is passed over, at one step a piece")
    func preamble() throws {
        for text in ["x", "\r\n--", "\r\n--\(boundary.dropLast())"] {
            let cost = try cost(Self.repeated(text), pieces: 10_000)
            #expect(cost.fault == .malformed(.unfinished))
            #expect(cost.steps <= 2 * cost.fills + 10)
        }
    }

    @Test("Cookies and queries of one byte each, again and again, are read once")
    func fields() {
        let cookies = Fields(cookieHeader: String(repeating: "a=b;", count: 50_000))
        #expect(cookies.count == 50_000)
        #expect(throws: URLEncodedFault.tooManyFields(limit: 200)) { try Fields(urlEncoded: Self.repeated("a&")[...]) }
        #expect(throws: Never.self) { try Fields(urlEncoded: Self.repeated("&")[...]) }
    }
}
