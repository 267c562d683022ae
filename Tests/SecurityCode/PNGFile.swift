import CZlib

/// A PNG file taken apart strictly; nil where any byte is out of place.
struct PNGFile {
    var types: [String] = []
    var header: [UInt8] = []
    var rows: [UInt8] = []

    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
        var start = 8
        var data: [UInt8] = []
        while start < bytes.count {
            guard start + 12 <= bytes.count else { return nil }
            let length = Self.number(bytes[start..<start + 4])
            guard start + 12 + length <= bytes.count else { return nil }
            let checked = Array(bytes[start + 4..<start + 8 + length])
            let sum = Self.number(bytes[start + 8 + length..<start + 12 + length])
            guard Int(crc32(0, checked, uInt(checked.count))) == sum else { return nil }
            types.append(String(decoding: checked.prefix(4), as: UTF8.self))
            if types.last == "IHDR" { header = Array(checked.dropFirst(4)) }
            if types.last == "IDAT" { data += checked.dropFirst(4) }
            start += 12 + length
        }
        var inflated = [UInt8](repeating: 0, count: 100_000)
        var size = uLongf(inflated.count)
        guard uncompress(&inflated, &size, data, uLong(data.count)) == Z_OK else { return nil }
        rows = Array(inflated.prefix(Int(size)))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
