import CZlib

/// A PNG, as it comes and with its checksums put right, so that a change to a chunk reaches the reader.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    var file = Array(UnsafeBufferPointer(start: data, count: size))
    inspect(file)
    var at = 8
    while at + 12 <= file.count {
        let length = file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
        guard length <= file.count - at - 12 else { break }
        let body = Array(file[at + 4..<at + 8 + length])
        let sum = crc32(0, body, uInt(body.count))
        for index in 0..<4 { file[at + 8 + length + index] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * uLong(index))) }
        at += 12 + length
    }
    inspect(file)
    return 0
}
