/// JPEG files put together by hand.
enum JPEGSample {
    static let start: [UInt8] = [0xFF, 0xD8]
    static let end: [UInt8] = [0xFF, 0xD9]

    static func segment(_ marker: UInt8, _ data: [UInt8] = []) -> [UInt8] {
        [0xFF, marker] + Bytes.big(data.count + 2, 2) + data
    }

    static func frame(_ width: Int, _ height: Int, marker: UInt8 = 0xC0) -> [UInt8] {
        segment(marker, [8] + Bytes.big(height, 2) + Bytes.big(width, 2) + [1, 1, 0x11, 0])
    }

    /// A scan with an escaped FF and a restart in its data.
    static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4]

    static func file(_ width: Int = 2, _ height: Int = 3) -> [UInt8] {
        start + segment(0xE0, Bytes.text("JFIF\0")) + segment(0xDB, Bytes.zeros(65)) + frame(width, height)
            + segment(0xC4, Bytes.zeros(19)) + scan + end
    }
}
