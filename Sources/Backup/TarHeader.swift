/// The header of one member of an archive in the format `ustar`, with the extended header of `pax` where a name or a size
/// does not fit (IEEE Std 1003.1-2017, `pax`).
struct TarHeader: Equatable {
    /// What a member is.
    enum Kind: Equatable { case file, folder }

    static let blockSize = 512

    var path: String
    var kind: Kind
    var size: Int
    var mode: Int
    /// UTC seconds.
    var written: Int

    /// The blocks of the header.
    var bytes: [UInt8] {
        var records: [UInt8] = []
        if path.utf8.count > 100 { records += Self.record("path", path) }
        if size > Self.largestSize { records += Self.record("size", String(size)) }
        let own = block(name: Array(path.utf8.prefix(100)), flag: kind == .file ? 0x30 : 0x35, size: size)
        guard !records.isEmpty else { return own }
        let padding = [UInt8](repeating: 0, count: Self.padding(after: records.count))
        return block(name: Array("pax".utf8), flag: 0x78, size: records.count) + records + padding + own
    }

    /// The bytes between a member's end and the next block.
    static func padding(after size: Int) -> Int { (blockSize - size % blockSize) % blockSize }

    // Eleven octal digits.
    private static let largestSize = 0o77_777_777_777

    /// `27 path=…\n`: the length counts itself.
    private static func record(_ key: String, _ value: String) -> [UInt8] {
        let rest = Array(" \(key)=\(value)\n".utf8)
        var length = rest.count + 1
        while String(length).utf8.count + rest.count != length { length = String(length).utf8.count + rest.count }
        return Array(String(length).utf8) + rest
    }

    private func block(name: [UInt8], flag: UInt8, size: Int) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        func put(_ bytes: some Sequence<UInt8>, at place: Int) {
            for (offset, byte) in bytes.enumerated() { block[place + offset] = byte }
        }
        func octal(_ number: Int, digits: Int) -> [UInt8] {
            let text = String(number, radix: 8)
            return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
        }
        put(name, at: 0)
        put(octal(mode, digits: 7), at: 100)
        put(octal(0, digits: 7), at: 108)
        put(octal(0, digits: 7), at: 116)
        put(octal(size > Self.largestSize ? 0 : size, digits: 11), at: 124)
        put(octal(max(0, written), digits: 11), at: 136)
        put([UInt8](repeating: 0x20, count: 8), at: 148)
        block[156] = flag
        put("ustar".utf8, at: 257)
        put("00".utf8, at: 263)
        // The checksum is counted with spaces in its own place.
        put(octal(block.reduce(0) { $0 + Int($1) }, digits: 6) + [0, 0x20], at: 148)
        return block
    }
}
