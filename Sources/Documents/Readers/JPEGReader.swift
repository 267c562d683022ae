/// Reads JPEG files (ITU-T T.81).
enum JPEGReader {
    /// Start of image, and the first byte of the marker that must follow.
    static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: [0xFF, 0xD8, 0xFF])
    }
}
