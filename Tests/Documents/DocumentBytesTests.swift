import Testing

@testable import Documents

@Suite struct DocumentBytesTests {
    private static func bytes(_ file: [UInt8], piece: Int = .max) -> DocumentBytes {
        DocumentBytes(count: file.count) { offset, buffer in
            let length = min(buffer.count, file.count - offset, piece)
            buffer.copyBytes(from: file[offset..<offset + length])
            return length
        }
    }

    private static let file = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }

    @Test("Any part of the file can be read, whatever was read before, and nothing beyond its end")
    func copies() throws {
        let bytes = Self.bytes(Self.file)
        for start in [0, 1, 16_383, 16_384, 40_000, 3, 49_999] {
            for count in [0, 1, 2, 40_000] where start + count <= Self.file.count {
                #expect(try bytes.copy(at: start, count: count) == Array(Self.file[start..<start + count]))
            }
        }
        for (start, count) in [(50_000, 1), (49_999, 2), (-1, 1), (0, 50_001), (.max, 1), (1, .max), (0, -1)] {
            #expect(throws: DocumentDefect.damaged) { try bytes.copy(at: start, count: count) }
        }
        #expect(try bytes.copy(at: 50_000, count: 0).isEmpty)
    }

    @Test("Numbers of 1 to 8 bytes in both orders, across the window's edge too")
    func numbers() throws {
        let bytes = Self.bytes(Self.file)
        for start in 16_376...16_390 {
            for length in 1...8 {
                _ = try bytes.byte(at: 0)
                let part = Self.file[start..<start + length].map(UInt64.init)
                #expect(try bytes.number(at: start, bytes: length, .big) == part.reduce(0) { $0 << 8 | $1 })
                #expect(
                    try bytes.number(at: start, bytes: length, .little) == part.reversed().reduce(0) { $0 << 8 | $1 })
            }
        }
    }

    @Test("A pattern is found wherever the window's edge cuts it, first and last")
    func search() throws {
        for place in [0, 16_380, 16_381, 16_382, 16_383, 16_384, 16_385, 32_760, 49_995] {
            var file = [UInt8](repeating: 0x61, count: 50_000)
            file.replaceSubrange(place..<place + 5, with: "aabab".utf8)
            #expect(try Self.bytes(file).find("bab", in: 0..<50_000) == place + 2)
            #expect(try Self.bytes(file).findLast("b", in: 0..<50_000) == place + 4)
            #expect(try Self.bytes(file).find("bab", in: 0..<place + 4) == nil)
            #expect(try Self.bytes(file).find("bab", in: place + 3..<50_000) == nil)
        }
    }

    @Test("Padding at the end is passed over, however long it is")
    func padding() throws {
        for length in [0, 1, 16_384, 16_385, 40_000] {
            #expect(try Self.bytes([1, 2] + [UInt8](repeating: 0, count: length)).endWithoutPadding() == 2)
        }
        #expect(try Self.bytes([UInt8](repeating: 32, count: 20_000)).endWithoutPadding() == 0)
    }

    @Test("A file that is read in pieces is the same file; one that has become shorter is damaged")
    func pieces() throws {
        #expect(try Self.bytes(Self.file, piece: 7).copy(at: 0, count: 50_000) == Self.file)
        let shorter = DocumentBytes(count: 100) { offset, _ in offset < 50 ? 50 - offset : 0 }
        #expect(throws: DocumentDefect.damaged) { try shorter.byte(at: 0) }
    }

    @Test("An error of the system is told as such")
    func unreadable() {
        let failing = DocumentBytes(count: 100) { _, _ in -5 }
        #expect(throws: DocumentDefect.unreadable(code: 5)) { try failing.byte(at: 0) }
        #expect(throws: DocumentDefect.unreadable(code: 5)) {
            try DocumentKind(inspecting: failing, limits: DocumentLimits())
        }
    }

    @Test("Work is counted, and ends at its limit")
    func limit() throws {
        let bytes = Self.bytes(Self.file)
        var looks = 0
        #expect(throws: DocumentDefect.damaged) {
            while true {
                _ = try bytes.byte(at: looks % 2 * 40_000)
                looks += 1
            }
        }
        // Each look moves the window.
        #expect(looks == bytes.workLimit / (DocumentBytes.windowCost + DocumentBytes.lookCost))
    }
}
