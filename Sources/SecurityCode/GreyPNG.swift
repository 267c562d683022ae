import CZlib

/// Writes 8-bit greyscale PNG files (ISO/IEC 15948).
enum GreyPNG {
    /// - Parameter pixels: `width` × `height` greys, row by row; 0 is black.
    static func encoded(pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Bit depth 8, colour type 0 (grey), the only compression and filter methods, no interlacing.
        let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 0, 0, 0, 0]
        return signature + chunk("IHDR", header) + chunk("IDAT", deflated(filtered(pixels, width: width)))
            + chunk("IEND", [])
    }

    /// Each row after its filter type, 0: few different greys compress well as they are.
    private static func filtered(_ pixels: [UInt8], width: Int) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(pixels.count + pixels.count / width)
        for start in stride(from: 0, to: pixels.count, by: width) {
            rows.append(0)
            rows += pixels[start..<start + width]
        }
        return rows
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(compressBound(uLong(bytes.count)))) { buffer, count in
            var length = uLongf(buffer.count)
            // Fails for lack of memory alone, as the buffer has the size that zlib asks for.
            let result = compress2(buffer.baseAddress, &length, bytes, uLong(bytes.count), Z_BEST_SPEED)
            precondition(result == Z_OK, "zlib has no memory")
            count = Int(length)
        }
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let typeAndData = Array(type.utf8) + data
        let checksum = crc32(0, typeAndData, uInt(typeAndData.count))
        return bigEndian(UInt32(data.count)) + typeAndData + bigEndian(UInt32(checksum))
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
