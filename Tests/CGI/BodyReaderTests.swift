import Testing

@testable import CGI

@Suite("A body reader")
struct BodyReaderTests {
    private func readAll<Source: ByteSource>(_ reader: inout BodyReader<Source>, room: Int = 7) throws -> [UInt8] {
        var result: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: room)
        while true {
            let count = try piece.withUnsafeMutableBytes { try reader.read(into: $0) }
            if count == 0 { return result }
            result += piece[..<count]
        }
    }

    @Test("It stops at the content length, even where more bytes follow", arguments: 0...20)
    func stops(length: Int) throws {
        var reader = BodyReader(length: length, from: EndlessSource())
        #expect(try readAll(&reader).count == length)
        #expect(reader.received == length)
        #expect(reader.remaining == 0)
    }

    @Test("It never reads again after the last byte", arguments: [[1], [3, 1], [.max]])
    func neverPastEnd(pieces: [Int]) throws {
        let body = bytes("0123456789")
        var reader = BodyReader(length: 10, from: BodySource(body, pieces: pieces, failsAtEnd: true))
        #expect(try readAll(&reader) == body)
        #expect(try readAll(&reader).isEmpty)
    }

    @Test("A body that ends early is truncated, and stays so")
    func truncated() throws {
        var reader = BodyReader(length: 11, from: BodySource(bytes("0123456789")))
        #expect(throws: FormFault.truncated(expected: 11, got: 10)) { try readAll(&reader) }
        #expect(throws: FormFault.truncated(expected: 11, got: 10)) { try readAll(&reader) }
        let isDrained = reader.drain(atMost: 100)
        #expect(!isDrained)
    }

    @Test("A source that gives little at a time fills the buffer all the same", arguments: [[1], [3, 1], [4], [.max]])
    func fills(pieces: [Int]) throws {
        var reader = BodyReader(length: 10, from: BodySource(bytes("0123456789"), pieces: pieces, failsAtEnd: true))
        var room = [UInt8](repeating: 0, count: 7)
        let counts = try (1...3).map { _ in try room.withUnsafeMutableBytes { try reader.read(into: $0) } }
        #expect(counts == [7, 3, 0])
    }

    @Test("The bytes before the place where a body breaks off are answered first, and then why it broke off")
    func breaksOff() throws {
        var reader = BodyReader(length: 20, from: BodySource(bytes("0123456789"), pieces: [4]))
        var room = [UInt8](repeating: 0, count: 30)
        let count = try room.withUnsafeMutableBytes { try reader.read(into: $0) }
        #expect(room.prefix(count) == bytes("0123456789")[...])
        #expect(throws: FormFault.truncated(expected: 20, got: 10)) { try readAll(&reader) }
    }

    @Test("A read error is told with its number")
    func broken() {
        var reader = BodyReader(length: 1, from: BrokenSource())
        #expect(throws: FormFault.unreadable(code: 5)) { try readAll(&reader) }
    }

    @Test("Draining takes what is left and not more", arguments: [(99, 99, false), (100, 100, true), (500, 100, true)])
    func drain(limit: Int, received: Int, isWhole: Bool) {
        var reader = BodyReader(length: 100, from: EndlessSource())
        let isDrained = reader.drain(atMost: limit)
        #expect(isDrained == isWhole)
        #expect(reader.received == received)
    }

    @Test("A negative length is an empty body")
    func negative() throws {
        var reader = BodyReader(length: -1, from: EndlessSource())
        #expect(try readAll(&reader).isEmpty)
    }
}
