import CZlib

/// Zip files put together by hand.
struct ZipSample {
    struct Entry {
        var name: String
        var data: [UInt8]
        var isDeflated = false
        /// What the directory says, where it lies.
        var length: Int?
        var flags = 0
        var method: Int?
        var nameInHeader: String?
        /// Where the directory says that the entry begins, where it lies.
        var start: Int?
        var checksum: UInt32?
        var hasDescriptor = false
        var isWide = false

        init(_ name: String, _ data: [UInt8] = [1, 2, 3], isDeflated: Bool = false) {
            self.name = name
            self.data = data
            self.isDeflated = isDeflated
        }

        init(_ name: String, text: String) { self.init(name, Array(text.utf8), isDeflated: true) }
    }

    var entries: [Entry] = []
    var comment: [UInt8] = []
    /// The number of entries that the end says, where it lies.
    var count: Int?
    var isWide = false
    /// Bytes between the last entry and the directory.
    var gap: [UInt8] = []

    var file: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let packed = entry.isDeflated ? Self.deflated(entry.data) : entry.data
            let length = entry.length ?? entry.data.count
            let start = entry.start ?? file.count
            let sum = entry.checksum.map(Int.init) ?? Int(crc32(0, entry.data, uInt(entry.data.count)))
            let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
            let method = entry.method ?? (entry.isDeflated ? 8 : 0)
            let sizes = Bytes.little(packed.count, 4) + Bytes.little(length, 4)
            let name = Array((entry.nameInHeader ?? entry.name).utf8)
            file += [0x50, 0x4B, 3, 4] + Bytes.little(20, 2) + Bytes.little(flags, 2) + Bytes.little(method, 2)
            file += Bytes.zeros(4) + (entry.hasDescriptor ? Bytes.zeros(12) : Bytes.little(sum, 4) + sizes)
            file += Bytes.little(name.count, 2) + Bytes.zeros(2) + name + packed
            if entry.hasDescriptor { file += [0x50, 0x4B, 7, 8] + Bytes.little(sum, 4) + sizes }
            let wide = Bytes.little(length, 8) + Bytes.little(packed.count, 8) + Bytes.little(start, 8)
            let extra = entry.isWide ? [1, 0, 24, 0] + wide : []
            directory += [0x50, 0x4B, 1, 2] + Bytes.little(20, 2) + Bytes.little(20, 2) + Bytes.little(flags, 2)
            directory += Bytes.little(method, 2) + Bytes.zeros(4) + Bytes.little(sum, 4)
            directory += entry.isWide ? [UInt8](repeating: 0xFF, count: 8) : sizes
            directory += Bytes.little(entry.name.utf8.count, 2) + Bytes.little(extra.count, 2) + Bytes.zeros(10)
            directory += entry.isWide ? [UInt8](repeating: 0xFF, count: 4) : Bytes.little(start, 4)
            directory += Array(entry.name.utf8) + extra
        }
        file += gap
        let start = file.count
        return file + directory + end(start: start, size: directory.count)
    }

    private func end(start: Int, size: Int) -> [UInt8] {
        let count = count ?? entries.count
        let tail = Bytes.little(comment.count, 2) + comment
        guard isWide else {
            return [0x50, 0x4B, 5, 6] + Bytes.zeros(4) + Bytes.little(count, 2) + Bytes.little(count, 2)
                + Bytes.little(size, 4) + Bytes.little(start, 4) + tail
        }
        let record =
            [0x50, 0x4B, 6, 6] + Bytes.little(44, 8) + Bytes.little(45, 2) + Bytes.little(45, 2) + Bytes.zeros(8)
            + Bytes.little(count, 8) + Bytes.little(count, 8) + Bytes.little(size, 8) + Bytes.little(start, 8)
        let locator = [0x50, 0x4B, 6, 7] + Bytes.zeros(4) + Bytes.little(start + size, 8) + Bytes.little(1, 4)
        return record + locator + [0x50, 0x4B, 5, 6] + Bytes.zeros(4) + [UInt8](repeating: 0xFF, count: 12) + tail
    }

    static func deflated(_ data: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var data = data
        return [UInt8](unsafeUninitializedCapacity: data.count + data.count / 100 + 64) { space, count in
            data.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = space.baseAddress
                stream.avail_out = uInt(space.count)
                deflate(&stream, Z_FINISH)
            }
            count = space.count - Int(stream.avail_out)
        }
    }
}
