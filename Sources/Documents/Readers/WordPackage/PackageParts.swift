import CZlib

/// Unpacks the small parts of a package that tell of the others, and no more than `limit` bytes of them in all.
struct PackageParts {
    /// A letter's have some thousands of bytes.
    static let limit = 2 * 1_048_576

    private let bytes: DocumentBytes
    private var left = limit

    init(_ bytes: DocumentBytes) {
        self.bytes = bytes
    }

    /// - Throws: `suspicious` for a part that is too long to be what its name says, `damaged` where its bytes are not
    ///   what the directory says.
    mutating func unpack(_ entry: ZipEntry) throws(DocumentDefect) -> [UInt8] {
        guard entry.length <= left else { throw .suspicious }
        left -= entry.length
        try bytes.spend(entry.length)
        let part =
            entry.isDeflated ? try inflate(entry) : try bytes.copy(at: entry.dataStart, count: entry.packedLength)
        guard part.count == entry.length, crc32(0, part, uInt(part.count)) == uLong(entry.checksum) else {
            throw .damaged
        }
        return part
    }

    /// Stops as soon as the part is longer than the directory says.
    private func inflate(_ entry: ZipEntry) throws(DocumentDefect) -> [UInt8] {
        var stream = z_stream()
        // A negative number of window bits: the data has no header of zlib.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .unreadable(code: 12)  // ENOMEM, the only reason
        }
        defer { inflateEnd(&stream) }
        var part = [UInt8](repeating: 0, count: entry.length + 1)
        var produced = 0
        var at = entry.dataStart
        var result = Z_OK
        while result == Z_OK, at < entry.end {
            let taken = try bytes.withChunk(at: at, atMost: entry.end - at) { chunk in
                part.withUnsafeMutableBufferPointer { space in
                    stream.next_in = UnsafeMutablePointer(mutating: chunk.bindMemory(to: UInt8.self).baseAddress)
                    stream.avail_in = uInt(chunk.count)
                    stream.next_out = space.baseAddress.map { $0 + produced }
                    stream.avail_out = uInt(space.count - produced)
                    result = CZlib.inflate(&stream, Z_NO_FLUSH)
                    produced = space.count - Int(stream.avail_out)
                    return chunk.count - Int(stream.avail_in)
                }
            }
            guard taken > 0 || result == Z_STREAM_END else { throw .damaged }
            try bytes.spend(taken)
            at += taken
        }
        guard result == Z_STREAM_END, at == entry.end, produced == entry.length else { throw .damaged }
        part.removeLast()
        return part
    }
}
