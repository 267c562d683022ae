/// One entry of a zip file's directory (APPNOTE 6.3.10, 4.3.12).
struct ZipEntry {
    let name: [UInt8]
    /// As they stand in the file.
    let packedLength: Int
    /// Unpacked, as the directory says.
    let length: Int
    let checksum: UInt32
    let isDeflated: Bool
    /// Where its own header stands.
    let start: Int
    /// Where its bytes begin.
    private(set) var dataStart = 0

    /// The end of its bytes. A descriptor may follow, which is not counted.
    var end: Int { dataStart + packedLength }

    /// The longest name: parts of a document have short ones, and names are kept in memory.
    static let nameLimit = 512

    /// Reads an entry of the directory; answers where the next one begins.
    static func read(
        _ bytes: DocumentBytes, at place: Int
    ) throws(DocumentDefect) -> (entry: ZipEntry, next: Int) {
        guard try bytes.number(at: place, bytes: 4, .little) == 0x0201_4B50 else { throw .damaged }
        let flags = try bytes.number(at: place + 8, bytes: 2, .little)
        // "Bit 0: If set, indicates that the file is encrypted"; bit 6 is strong encryption.
        if flags & 0b100_0001 != 0 { throw .passwordProtected }
        let method = try bytes.number(at: place + 10, bytes: 2, .little)
        // Stored and deflated: packages know no others (ISO/IEC 29500-2, annex C).
        guard method == 0 || method == 8 else { throw .suspicious }
        let nameLength = Int(try bytes.number(at: place + 28, bytes: 2, .little))
        let extraLength = Int(try bytes.number(at: place + 30, bytes: 2, .little))
        let commentLength = Int(try bytes.number(at: place + 32, bytes: 2, .little))
        guard (1...nameLimit).contains(nameLength) else { throw .suspicious }
        let name = try bytes.copy(at: place + 46, count: nameLength)
        let extra = try bytes.copy(at: place + 46 + nameLength, count: extraLength)
        let entry = try ZipEntry(bytes, at: place, name: name, isDeflated: method == 8, wide: WideNumbers(in: extra))
        return (entry, place + 46 + nameLength + extraLength + commentLength)
    }

    private init(
        _ bytes: DocumentBytes, at place: Int, name: [UInt8], isDeflated: Bool, wide: WideNumbers
    ) throws(DocumentDefect) {
        var wide = wide
        self.name = name
        self.isDeflated = isDeflated
        checksum = UInt32(truncatingIfNeeded: try bytes.number(at: place + 16, bytes: 4, .little))
        // The extra field holds those numbers only that do not fit, in this order (4.5.3).
        length = try wide.number(or: try bytes.number(at: place + 24, bytes: 4, .little))
        packedLength = try wide.number(or: try bytes.number(at: place + 20, bytes: 4, .little))
        start = try wide.number(or: try bytes.number(at: place + 42, bytes: 4, .little))
        guard isDeflated || length == packedLength else { throw .damaged }
        try findData(in: bytes)
    }

    /// The entry's own header must say the same as the directory, or programs that read one or the other see two files.
    private mutating func findData(in bytes: DocumentBytes) throws(DocumentDefect) {
        guard start < bytes.count, try bytes.number(at: start, bytes: 4, .little) == 0x0403_4B50 else { throw .damaged }
        let flags = try bytes.number(at: start + 6, bytes: 2, .little)
        let method = try bytes.number(at: start + 8, bytes: 2, .little)
        let nameLength = Int(try bytes.number(at: start + 26, bytes: 2, .little))
        let extraLength = Int(try bytes.number(at: start + 28, bytes: 2, .little))
        guard method == (isDeflated ? 8 : 0), nameLength == name.count,
            try bytes.copy(at: start + 30, count: nameLength) == name
        else { throw .suspicious }
        // Bit 3: the sizes follow the data, so the header need not have them. Zip64 has them elsewhere.
        let packed = try bytes.number(at: start + 18, bytes: 4, .little)
        let unpacked = try bytes.number(at: start + 22, bytes: 4, .little)
        if flags & 0b1000 == 0, packed != 0xFFFF_FFFF, unpacked != 0xFFFF_FFFF {
            guard packed == UInt64(packedLength), unpacked == UInt64(length) else { throw .suspicious }
        }
        dataStart = start + 30 + nameLength + extraLength
        guard packedLength <= bytes.count, dataStart <= bytes.count - packedLength else { throw .damaged }
    }
}

/// The numbers of 8 bytes in an entry's extra field (APPNOTE 4.5.3).
private struct WideNumbers {
    private var rest: ArraySlice<UInt8> = []

    init(in extra: [UInt8]) {
        var fields = extra[...]
        while fields.count >= 4 {
            let bytes = Array(fields.prefix(4))
            let length = Int(bytes[2]) | Int(bytes[3]) << 8
            if bytes[0] == 1, bytes[1] == 0 {
                rest = fields.dropFirst(4).prefix(length)
                return
            }
            fields = fields.dropFirst(4 + length)
        }
    }

    /// The number itself where it fits 4 bytes, else the next of the extra field.
    mutating func number(or narrow: UInt64) throws(DocumentDefect) -> Int {
        guard narrow == 0xFFFF_FFFF else { return Int(narrow) }
        guard rest.count >= 8 else { throw .damaged }
        let wide = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(8)
        guard let number = Int(exactly: wide) else { throw .damaged }
        return number
    }
}
