import CZlib

/// PNG files put together by hand.
enum PNGSample {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]

    static func chunk(_ type: String, _ data: [UInt8] = []) -> [UInt8] {
        let body = Array(type.utf8) + data
        return Bytes.big(data.count, 4) + body + Bytes.big(Int(crc32(0, body, uInt(body.count))), 4)
    }

    static func header(_ width: Int = 2, _ height: Int = 3, _ rest: [UInt8] = [8, 2, 0, 0, 0]) -> [UInt8] {
        chunk("IHDR", Bytes.big(width, 4) + Bytes.big(height, 4) + rest)
    }

    static func file(_ width: Int = 2, _ height: Int = 3) -> [UInt8] {
        signature + header(width, height) + chunk("tEXt", [1, 2]) + chunk("IDAT", [3, 4, 5]) + chunk("IDAT", [])
            + chunk("IEND")
    }
}
