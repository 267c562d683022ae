import SeededRandom
import Testing

@testable import CGI

@Suite("However a body is split, the form is the same")
struct MultipartSplitTests {
    private static let sample =
        bytes("preamble\r\n")
        + multipart(field("a", "1\r\n"), file("f", "x", bytes("\r\n--\(boundary.dropLast())\r\r\n-")), field("b", "ب"))
        + bytes("epilogue")

    @Test("Split at any one place")
    func oneSplit() throws {
        let expected = Outcome.form(
            Fields(["a": "1\r\n", "b": "ب"]), files: [bytes("\r\n--\(boundary.dropLast())\r\r\n-")])
        #expect(try outcome(Self.sample) == expected)
        for position in 1..<Self.sample.count {
            #expect(try outcome(Self.sample, pieces: [position, .max]) == expected, "split at \(position)")
        }
    }

    @Test("In pieces of the same size", arguments: 1...40)
    func samePieces(size: Int) throws {
        #expect(try outcome(Self.sample, pieces: [size]) == outcome(Self.sample))
    }

    @Test("A delimiter at any place of the buffer's edge is found", arguments: 65_400...65_640)
    func bufferEdge(size: Int) throws {
        let content = [UInt8](repeating: 0x0D, count: size)
        #expect(try outcome(multipart(file("f", "x", content))) == .form(Fields(), files: [content]))
    }

    @Test("Random bodies: a byte at a time, in random pieces and at once")
    func randomBodies() throws {
        for seed in UInt64(1)...400 {
            var random = SeededGenerator(seed: seed)
            var parts: [UInt8] = []
            for number in 0..<Int.random(in: 0...4, using: &random) {
                let content = Self.lookalike(length: Int.random(in: 0...60, using: &random), using: &random)
                parts += Bool.random(using: &random) ? file("f\(number)", "n", content) : field("t\(number)", "v")
            }
            var body = multipart(parts)
            if Int.random(in: 0..<3, using: &random) == 0 {
                body[Int.random(in: body.indices, using: &random)] = Self.alphabet.randomElement(using: &random) ?? 0
            }
            let pieces = (0..<50).map { _ in Int.random(in: 1...30, using: &random) }
            let expected = try outcome(body)
            #expect(try outcome(body, pieces: [1]) == expected, "seed \(seed), byte by byte")
            #expect(try outcome(body, pieces: pieces) == expected, "seed \(seed), pieces \(pieces)")
        }
    }

    @Test("Random junk is a form or a fault, never a crash, and the same in all pieces")
    func junk() throws {
        for seed in UInt64(1)...3_000 {
            var random = SeededGenerator(seed: seed)
            let body = Self.lookalike(length: Int.random(in: 0...400, using: &random), using: &random)
            let type = ["multipart/form-data; boundary=X", "application/x-www-form-urlencoded"][Int(seed % 2)]
            #expect(
                try outcome(body, type: type) == outcome(body, type: type, pieces: [1]), "seed \(seed)")
        }
    }

    @Test("Random environments are a request or a fault, never a crash")
    func junkEnvironments() {
        let names = ["QUERY_STRING", "PATH_INFO", "CONTENT_TYPE", "CONTENT_LENGTH", "HTTP_COOKIE", "REQUEST_METHOD"]
        for seed in UInt64(1)...3_000 {
            var random = SeededGenerator(seed: seed)
            var variables = environment()
            for name in names where Bool.random(using: &random) {
                let junk = Self.lookalike(length: Int.random(in: 0...60, using: &random), using: &random)
                variables[name] = String(decoding: junk, as: UTF8.self)
            }
            if let request = try? Request(environment: variables) {
                #expect(request.path.utf8.first == .ascii("/"), "seed \(seed)")
            }
        }
    }

    private static let alphabet = bytes("\r\n-X:;=\"\\% &+aA\0") + [0xD9, 0xFF]
    private static let words = [
        "\r\n", "--X", "--X\r\n", "\r\n--X--", "Content-Disposition: form-data", "; name=\"a\"", "; filename=\"",
        "\r\n\r\n",
        "\r\n--\(boundary.dropLast())", "%D9%86", "=\"", "a=1&", "multipart/form-data",
    ]

    /// Junk that is made of what parsers look for.
    private static func lookalike(length: Int, using random: inout SeededGenerator) -> [UInt8] {
        var result: [UInt8] = []
        while result.count < length {
            if Int.random(in: 0..<3, using: &random) == 0 {
                result += bytes(words.randomElement(using: &random) ?? "")
            } else {
                result.append(alphabet.randomElement(using: &random) ?? 0)
            }
        }
        return result
    }
}
