import Glibc

/// Where a web server takes an answer from.
public protocol ResponseOutput {
    /// Writes both, in this order.
    mutating func write(_ first: [UInt8], _ second: [UInt8]) throws(WriteFault)
    /// Writes `length` bytes of an open file, from its current position.
    mutating func copy(_ file: CInt, length: Int) throws(WriteFault)
    /// The answer is complete: hands on what waits.
    mutating func finish() throws(WriteFault)
}

extension ResponseOutput {
    /// Reads the file and writes what was read, 64 KiB at a time.
    public mutating func copyThroughMemory(_ file: CInt, length: Int) throws(WriteFault) {
        var left = length
        while left > 0 {
            var result = 0
            let piece = [UInt8](unsafeUninitializedCapacity: min(left, 65_536)) { room, filled in
                result = Glibc.read(file, room.baseAddress, room.count)
                filled = max(0, result)
            }
            if result < 0 && errno == EINTR { continue }
            guard result >= 0 else { throw .system(code: errno) }
            guard result > 0 else { throw .fileTooShort(missing: left) }
            try write(piece, [])
            left -= piece.count
        }
    }
}
