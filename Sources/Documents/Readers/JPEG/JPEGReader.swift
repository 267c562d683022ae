/// Reads JPEG files (ITU-T T.81).
enum JPEGReader {
    /// Start of image, and the first byte of the marker that must follow.
    static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: [0xFF, 0xD8, 0xFF])
    }

    /// Goes from marker to marker until the end of the image; there must be a frame with its size, and a scan.
    ///
    /// What follows the image is not looked at: telephones put films, depths and second images there.
    static func check(_ bytes: DocumentBytes, limits: DocumentLimits) throws(DocumentDefect) {
        var at = 2
        var frame = Frame()
        while true {
            let marker: Int
            (marker, at) = try nextMarker(in: bytes, from: at)
            switch marker {
            case 0xD9:
                guard frame.hasScan else { throw .damaged }
                return try limits.check(width: frame.width, height: frame.height)
            case 0xD8: throw .damaged
            case 0x01: continue
            // Start of frame: every coding process but the tables between them.
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                // "Lf, P, Y, X, Nf" (table B.2)
                let height = Int(try bytes.number(at: at + 3, bytes: 2, .big))
                frame.width = max(frame.width, Int(try bytes.number(at: at + 5, bytes: 2, .big)))
                frame.height = max(frame.height, height)
                // A height of 0 is told after the first scan.
                try limits.check(width: frame.width, height: max(1, frame.height))
            case 0xDC: frame.height = max(frame.height, Int(try bytes.number(at: at + 2, bytes: 2, .big)))
            case 0xDA:
                guard frame.width > 0 else { throw .damaged }
                frame.hasScan = true
            default: break
            }
            let length = Int(try bytes.number(at: at, bytes: 2, .big))
            guard length >= 2, length <= bytes.count - at else { throw .damaged }
            at += length
        }
    }

    private struct Frame {
        var width = 0
        var height = 0
        var hasScan = false
    }

    /// The next marker and the place behind it. Skips a scan's data, its restarts, and stray bytes before a marker,
    /// which decoders forgive.
    static func nextMarker(
        in bytes: DocumentBytes, from start: Int
    ) throws(DocumentDefect) -> (marker: Int, end: Int) {
        var at = start
        var isAfterFF = false
        while true {
            let (marker, length) = try bytes.withChunk(at: at, atMost: bytes.count) { chunk -> (Int?, Int) in
                var index = 0
                while index < chunk.count {
                    guard isAfterFF else {
                        guard let next = chunk.place(of: 0xFF, from: index) else { break }
                        isAfterFF = true
                        index = next + 1
                        continue
                    }
                    let byte = chunk[index]
                    index += 1
                    if byte == 0xFF { continue }
                    isAfterFF = false
                    // FF 00 is a byte FF of the data (B.1.1.5); D0 ... D7 are restarts.
                    if byte != 0, !(0xD0...0xD7).contains(byte) { return (Int(byte), index) }
                }
                return (nil, chunk.count)
            }
            at += length
            try bytes.spend(length)
            if let marker { return (marker, at) }
        }
    }
}
