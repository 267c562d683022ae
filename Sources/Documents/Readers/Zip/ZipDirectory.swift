/// Reads the directory of a zip file (APPNOTE 6.3.10), the container of Word 2007 and later.
struct ZipDirectory {
    /// The entries in the directory's order.
    private(set) var entries: [ZipEntry] = []

    static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 3, 4])
    }

    /// Reads it whole, and looks at each entry's own header, but unpacks nothing.
    ///
    /// - Throws: `tooManyParts`, `unpacksTooLarge`, `damaged`; and `suspicious` where entries overlap, share a name, or
    ///   have a name that would lead out of a folder.
    init(reading bytes: DocumentBytes, limits: DocumentLimits) throws(DocumentDefect) {
        let end = try ZipEnd(reading: bytes)
        guard end.entries <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
        var place = end.directory.lowerBound
        var names: Set<[UInt8]> = []
        var unpacked = 0
        while place < end.directory.upperBound {
            guard entries.count < limits.parts else { throw .tooManyParts(limit: limits.parts) }
            let (entry, next) = try ZipEntry.read(bytes, at: place)
            guard next <= end.directory.upperBound else { throw .damaged }
            // Names are the same whatever their case (ISO/IEC 29500-2, 6.2.2.3).
            guard Self.isPlain(entry.name), names.insert(entry.name.map(Self.lowercased)).inserted else {
                throw .suspicious
            }
            let (sum, overflows) = unpacked.addingReportingOverflow(entry.length)
            guard !overflows, sum <= limits.unpackedBytes else {
                throw .unpacksTooLarge(limit: limits.unpackedBytes)
            }
            unpacked = sum
            entries.append(entry)
            place = next
        }
        guard entries.count == end.entries else { throw .damaged }
        try checkOverlaps(before: end.directory.lowerBound)
    }

    /// The entry of that name, in any case.
    func entry(_ name: String) -> ZipEntry? {
        let wanted = name.utf8.map(Self.lowercased)
        return entries.first { $0.name.map(Self.lowercased) == wanted }
    }

    /// Entries that share bytes unpack to far more than they are, and show each program another file.
    private func checkOverlaps(before directory: Int) throws(DocumentDefect) {
        var end = 0
        for entry in entries.sorted(by: { $0.start < $1.start }) {
            guard entry.start >= end else { throw .suspicious }
            end = entry.end
        }
        guard end <= directory else { throw .suspicious }
    }

    /// A path below the archive's own root, of UTF-8 without control characters.
    private static func isPlain(_ name: [UInt8]) -> Bool {
        guard String(validating: name, as: UTF8.self) != nil else { return false }
        let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isFolder = name.last == UInt8(ascii: "/")
        return parts.dropLast(isFolder ? 1 : 0).allSatisfy { part in
            !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
                && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":") }
        }
    }

    static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
