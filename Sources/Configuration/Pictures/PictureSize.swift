/// How large a picture is shown, read from the head of its file.
public struct PictureSize: Equatable, Sendable {
    /// In pixels.
    public let width: Int
    /// In pixels.
    public let height: Int

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The size of a PNG, JPEG or WebP picture; nil where the bytes are none, or are cut off before they say it.
    public init?(of bytes: [UInt8]) {
        guard let size = Self.png(bytes) ?? Self.jpeg(bytes) ?? Self.webP(bytes), size.width > 0, size.height > 0
        else { return nil }
        self = size
    }

    /// Half of it, rounded up.
    var halved: PictureSize { PictureSize(width: (width + 1) / 2, height: (height + 1) / 2) }

    private static func number(_ bytes: [UInt8], at place: Int, _ count: Int, littleEndian: Bool = false) -> Int? {
        guard place + count <= bytes.count else { return nil }
        let digits = bytes[place..<(place + count)]
        return (littleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }

    /// "The IHDR chunk shall be the first chunk" (https://www.w3.org/TR/png-3/, 11.2.1).
    private static func png(_ bytes: [UInt8]) -> PictureSize? {
        guard bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
            let width = number(bytes, at: 16, 4), let height = number(bytes, at: 20, 4)
        else { return nil }
        return PictureSize(width: width, height: height)
    }

    /// The frame header (ITU-T T.81, B.2.2), whichever way of coding it announces.
    private static func jpeg(_ bytes: [UInt8]) -> PictureSize? {
        guard bytes.starts(with: [0xff, 0xd8]) else { return nil }
        var place = 2
        while place + 4 <= bytes.count, bytes[place] == 0xff {
            let marker = bytes[place + 1]
            if marker == 0xff {
                place += 1
                continue
            }
            guard marker != 0xda, marker != 0xd9, let length = number(bytes, at: place + 2, 2), length >= 2 else {
                return nil
            }
            // All from SOF0 to SOF15 but DHT, JPG and DAC.
            if (0xc0...0xcf).contains(marker), ![0xc4, 0xc8, 0xcc].contains(marker) {
                guard let height = number(bytes, at: place + 5, 2), let width = number(bytes, at: place + 7, 2) else {
                    return nil
                }
                return PictureSize(width: width, height: height)
            }
            place += 2 + length
        }
        return nil
    }

    /// The three kinds of first chunk (RFC 9649, 2.5 to 2.7).
    private static func webP(_ bytes: [UInt8]) -> PictureSize? {
        guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8) else {
            return nil
        }
        func little(_ place: Int, _ count: Int) -> Int { number(bytes, at: place, count, littleEndian: true) ?? 0 }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return PictureSize(width: little(26, 2) & 0x3fff, height: little(28, 2) & 0x3fff)
        case "VP8L":
            let bits = little(21, 4)
            return PictureSize(width: (bits & 0x3fff) + 1, height: (bits >> 14 & 0x3fff) + 1)
        case "VP8X": return PictureSize(width: little(24, 3) + 1, height: little(27, 3) + 1)
        default: return nil
        }
    }
}
