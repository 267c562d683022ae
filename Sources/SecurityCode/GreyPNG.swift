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
                guard var pixel = pixels.baseAddress, var byte = rows.baseAddress else { return }
                for _ in 0..<height {
                    byte[0] = 0
                    for pair in 0..<width / 2 { byte[1 + pair] = pixel[2 * pair] << 4 | pixel[2 * pair + 1] }
                    if width % 2 == 1 { byte[row - 1] = pixel[width - 1] << 4 }
                    pixel += width
                    byte += row
                }
            }
            count = height * row
        }
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        // Runs of one byte are all that repeats in slanted stripes: looking for nothing else is less work, and the file is
        // smaller. A window of 4 KiB and little memory beside it, as every page of memory that is touched costs.
        let begun = deflateInit2_(
            &stream, Z_BEST_SPEED, Z_DEFLATED, 12, 6, Z_RLE, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        precondition(begun == Z_OK, "zlib has no memory")
        defer { deflateEnd(&stream) }
        let most = Int(deflateBound(&stream, uLong(bytes.count)))
        return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            bytes.withUnsafeBufferPointer { bytes in
                // zlib only reads there.
                stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                stream.avail_in = uInt(bytes.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = uInt(most)
                let ended = deflate(&stream, Z_FINISH)
                precondition(ended == Z_STREAM_END, "the buffer has the size that zlib asks for")
            }
            count = Int(stream.total_out)
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
