import Testing

@testable import CGI

/// A body in memory that comes in pieces of the given sizes (the last size again and again), and counts what was asked.
struct BodySource: ByteSource {
    let bytes: [UInt8]
    var pieces: [Int] = [.max]
    /// What happens where the bytes are used up.
    var failsAtEnd = false
    private(set) var position = 0
    private(set) var reads = 0

    init(_ bytes: [UInt8], pieces: [Int] = [.max], failsAtEnd: Bool = false) {
        self.bytes = bytes
        self.pieces = pieces
        self.failsAtEnd = failsAtEnd
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        let piece = pieces[min(reads, pieces.count - 1)]
        reads += 1
        if position == bytes.count, failsAtEnd {
            Issue.record("read past the body's end")
            throw InputFault(code: 5)
        }
        let count = min(buffer.count, piece, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<(position + count)])
        position += count
        return count
    }
}

/// A source that never ends.
struct EndlessSource: ByteSource {
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        for index in buffer.indices { buffer[index] = 0x61 }
        return buffer.count
    }
}

/// A source that always fails.
struct BrokenSource: ByteSource {
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        throw InputFault(code: 5)
    }
}
