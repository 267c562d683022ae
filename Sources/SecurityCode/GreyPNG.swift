import CZlib

/// Writes greyscale PNG files with 16 greys (ISO/IEC 15948).
enum GreyPNG {
    /// - Parameter pixels: `width` × `height` greys, row by row; 0 is black, 15 white.
    static func encoded(pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Bit depth 4, colour type 0 (grey), the only compression and filter methods, no interlacing.
        let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [4, 0, 0, 0, 0]
        return signature + chunk("IHDR", header) + chunk("IDAT", deflated(packed(pixels, width: width)))
            + chunk("IEND", [])
    }

    /// Each row after its filter type, 0: few different greys compress well as they are. Two pixels share a byte, the left
    /// one in its high bits.
    private static func packed(_ pixels: [UInt8], width: Int) -> [UInt8] {
        let (height, row) = (pixels.count / width, 1 + (width + 1) / 2)
        return [UInt8](unsafeUninitializedCapacity: height * row) { rows, count in
            pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<height {
                    rows[y * row] = 0
                    for x in stride(from: 0, to: width, by: 2) {
                        let right = x + 1 < width ? pixels[y * width + x + 1] : 0
                        rows[y * row + 1 + x / 2] = pixels[y * width + x] << 4 | right
                    }
                }
            }
            count = height * row
        }
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
