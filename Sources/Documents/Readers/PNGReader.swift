/// Reads PNG files (ISO/IEC 15948).
enum PNGReader {
    static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    }
}
