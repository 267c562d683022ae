import CZlib

/// Reads PNG files (ISO/IEC 15948).
enum PNGReader {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func recognises(_ head: [UInt8]) -> Bool { head.starts(with: signature) }

    /// Goes from chunk to chunk until the end chunk; each must be whole, by its checksum.
    ///
    /// What follows the end chunk is not looked at, as programs that shorten an image in place leave the rest there.
    static func check(_ bytes: DocumentBytes, limits: DocumentLimits) throws(DocumentDefect) {
        var at = signature.count
        var isFirst = true
        var hasData = false
        while true {
            let length = Int(try bytes.number(at: at, bytes: 4, .big))
            let type = UInt32(truncatingIfNeeded: try bytes.number(at: at + 4, bytes: 4, .big))
            // "Its value shall not exceed 2^31 - 1 bytes" (5.3); the file's size is the narrower limit.
            guard length <= bytes.count - at - 12, isType(type) else { throw .damaged }
            let computed = try checksum(of: bytes, at: at + 4, count: 4 + length)
            guard try bytes.number(at: at + 8 + length, bytes: 4, .big) == computed else { throw .damaged }
            guard isFirst == (type == header) else { throw .damaged }
            switch type {
            case header: try checkHeader(bytes, at: at + 8, length: length, limits)
            case PNGChunks.data: hasData = true
            case PNGChunks.end:
                guard hasData, length == 0 else { throw .damaged }
                return
            default: break
            }
            isFirst = false
            at += 12 + length
        }
    }

    private static let header: UInt32 = 0x4948_4452  // IHDR

    /// Four letters.
    private static func isType(_ type: UInt32) -> Bool {
        [24, 16, 8, 0].allSatisfy { (0x61...0x7A).contains((type >> $0) & 0xFF | 0x20) }
    }

    /// Size, depth, colour type, and the only compression, filter and interlace methods (11.2.1).
    private static func checkHeader(
        _ bytes: DocumentBytes, at place: Int, length: Int, _ limits: DocumentLimits
    ) throws(DocumentDefect) {
        guard length == 13 else { throw .damaged }
        let width = Int(try bytes.number(at: place, bytes: 4, .big))
        let height = Int(try bytes.number(at: place + 4, bytes: 4, .big))
        let rest = try bytes.copy(at: place + 8, count: 5)
        let depths: [UInt8: [UInt8]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
        guard width < 1 << 31, height < 1 << 31, let possible = depths[rest[1]], possible.contains(rest[0]),
            rest[2] == 0, rest[3] == 0, rest[4] <= 1
        else { throw .damaged }
        try limits.check(width: width, height: height)
    }

    private static func checksum(
        of bytes: DocumentBytes, at start: Int, count: Int
    ) throws(DocumentDefect) -> UInt64 {
        var sum = crc32(0, nil, 0)
        var done = 0
        while done < count {
            let length = try bytes.withChunk(at: start + done, atMost: count - done) { chunk in
                sum = crc32(sum, chunk.bindMemory(to: UInt8.self).baseAddress, uInt(chunk.count))
                return chunk.count
            }
            try bytes.spend(length)
            done += length
        }
        return UInt64(sum)
    }
}
