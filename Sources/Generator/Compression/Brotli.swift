import CBrotli

/// Makes files of the Brotli format (RFC 7932).
enum Brotli {
    /// - Parameter quality: 0 to 11; the last steps take some ten times as long each.
    /// - Returns: nil where the library found no memory.
    static func compressed(_ bytes: [UInt8], quality: Int) -> [UInt8]? {
        var isWhole = false
        let room = BrotliEncoderMaxCompressedSize(bytes.count)
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = room
            isWhole =
                BrotliEncoderCompress(
                    CInt(quality), CInt(BROTLI_DEFAULT_WINDOW), BROTLI_MODE_TEXT, bytes.count, bytes, &count,
                    output.baseAddress) == BROTLI_TRUE
            if !isWhole { count = 0 }
        }
        return isWhole ? packed : nil
    }
}
