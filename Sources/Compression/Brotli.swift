import CBrotli

/// Makes files of the Brotli format (RFC 7932).
public enum Brotli {
    /// What the bytes are, which the library can make use of.
    public enum Kind: Sendable {
        case text, font
    }

    /// The file that holds some bytes.
    ///
    /// - Parameters:
    ///   - quality: 0 to 11; the last steps take some ten times as long each.
    ///   - window: how far back a repetition may lie, as a power of two: 10 to 24.
    /// - Returns: nil where the library found no memory.
    public static func compressed(
        _ bytes: [UInt8], as kind: Kind, quality: Int, window: Int = Int(BROTLI_DEFAULT_WINDOW)
    ) -> [UInt8]? {
        var isWhole = false
        let room = BrotliEncoderMaxCompressedSize(bytes.count)
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = room
            isWhole =
                BrotliEncoderCompress(
                    CInt(quality), CInt(window), kind == .text ? BROTLI_MODE_TEXT : BROTLI_MODE_FONT, bytes.count,
                    bytes,
                    &count, output.baseAddress) == BROTLI_TRUE
            if !isWhole { count = 0 }
        }
        return isWhole ? packed : nil
    }
}
