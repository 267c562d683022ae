/// One block of an archive, read as a header.
struct TarBlock {
    /// What a block says that it is.
    enum Kind: Equatable { case file, folder, extended, other(UInt8) }

    let name: [UInt8]
    let kind: Kind
    let size: Int
    let written: Int

    /// Reads a header; nil where the checksum or a number is wrong.
    init?(_ block: [UInt8]) {
        guard block.count == TarHeader.blockSize, Array(block[257..<262]) == Array("ustar".utf8),
            let sum = Self.octal(block[148..<156]), let size = Self.octal(block[124..<136]),
            let written = Self.octal(block[136..<148])
        else { return nil }
        let counted = block.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
        // Six digits, a zero byte and a space, as `TarHeader` writes them: all else of the header is in the sum.
        guard sum == counted, block[154] == 0, block[155] == 0x20 else { return nil }
        // We write no prefix: names that are too long have an extended header.
        guard block[345] == 0 else { return nil }
        name = Array(block[..<100].prefix { $0 != 0 })
        kind =
            switch block[156] {
            case 0x30: .file
            case 0x35: .folder
            case 0x78: .extended
            case let flag: .other(flag)
            }
        self.size = size
        self.written = written
    }

    /// Octal digits, ended by a space or a zero byte.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.prefix { (0x30...0x37).contains($0) }
        guard !digits.isEmpty, digits.count <= 12, field.dropFirst(digits.count).allSatisfy({ $0 == 0 || $0 == 0x20 })
        else { return nil }
        return digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    }

    /// The keys and values of an extended header; nil where it is not well formed.
    static func records(_ bytes: [UInt8]) -> [String: String]? {
        var records: [String: String] = [:]
        var rest = bytes[...]
        while !rest.isEmpty {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard (1...9).contains(digits.count), let length = Int(String(decoding: digits, as: UTF8.self)),
                length > digits.count + 2, length <= rest.count
            else { return nil }
            let record = rest.prefix(length)
            let pair = record.dropFirst(digits.count + 1).dropLast()
            guard record[record.startIndex + digits.count] == 0x20, record.last == 0x0a,
                let equals = pair.firstIndex(of: 0x3d),
                let key = String(validating: pair[..<equals], as: UTF8.self),
                let value = String(validating: pair[(equals + 1)...], as: UTF8.self)
            else { return nil }
            records[key] = value
            rest = rest.dropFirst(length)
        }
        return records
    }
}
