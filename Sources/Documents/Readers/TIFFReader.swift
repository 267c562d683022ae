/// Reads TIFF files (TIFF 6.0 and BigTIFF).
enum TIFFReader {
    /// The byte order, then 42, or 43 in a BigTIFF, in that order.
    static func recognises(_ head: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42],
            [0x49, 0x49, 43, 0, 8, 0, 0, 0], [0x4D, 0x4D, 0, 43, 0, 8, 0, 0],
        ]
        return signatures.contains { head.starts(with: $0) }
    }
}
