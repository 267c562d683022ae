/// A photograph of a page, as far as a PDF document must know it to show it without decoding a pixel.
public struct Photograph: Sendable {
    /// How its pixels are stored.
    enum Content: Sendable {
        /// A whole JPEG file without what follows its image; `length` bytes from its first.
        ///
        /// - `isInverted`: CMYK as Adobe's programs write it, 0 for full ink.
        case jpeg(components: Int, isInverted: Bool, length: Int)
        /// The joined data chunks of a PNG file, `length` bytes: Flate with PNG's predictors.
        case png(PNGColour, depth: Int, length: Int)
    }

    /// What the samples of a PNG file are (ISO/IEC 15948, table 11.1).
    enum PNGColour: Sendable {
        case grey, rgb, greyAlpha, rgbAlpha
        /// Indices into a palette of bytes at a place.
        case indexed(palette: Range<Int>)

        /// Samples of a pixel.
        var samples: Int {
            switch self {
            case .grey, .indexed: 1
            case .greyAlpha: 2
            case .rgb: 3
            case .rgbAlpha: 4
            }
        }
    }

    /// Pixels of a stored row.
    let width: Int
    /// Stored rows.
    let height: Int
    let orientation: Orientation
    let content: Content

    /// Reads what a JPEG or PNG file says of itself; the file has passed `DocumentKind(inspecting:limits:)`.
    ///
    /// Nil for another kind, and for what PDF knows no filter for: JPEG files that are lossless, arithmetically coded, of
    /// more than 8 bits, or whose height is told only behind the first scan; PNG files that are interlaced or have a
    /// transparent colour.
    public init?(reading bytes: DocumentBytes, kind: DocumentKind) throws(DocumentDefect) {
        switch kind {
        case .jpeg: try self.init(jpeg: bytes)
        case .png: try self.init(png: bytes)
        case .pdf, .tiff, .doc, .docx: return nil
        }
    }

    private init?(jpeg bytes: DocumentBytes) throws(DocumentDefect) {
        var at = 2
        var (width, height, components) = (0, 0, 0)
        var orientation: Orientation?
        var isInverted = false
        while true {
            let marker: Int
            (marker, at) = try JPEGReader.nextMarker(in: bytes, from: at)
            switch marker {
            case 0xD9:
                guard width > 0, height > 0, [1, 3, 4].contains(components) else { return nil }
                self.width = width
                self.height = height
                self.orientation = orientation ?? .topLeft
                content = .jpeg(components: components, isInverted: isInverted && components == 4, length: at)
                return
            case 0x01: continue
            // Baseline, extended and progressive, by Huffman (ISO 32000-2, 7.4.8).
            case 0xC0...0xC2:
                guard width == 0, try bytes.byte(at: at + 2) == 8 else { return nil }
                height = Int(try bytes.number(at: at + 3, bytes: 2, .big))
                width = Int(try bytes.number(at: at + 5, bytes: 2, .big))
                components = Int(try bytes.byte(at: at + 7))
            case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF, 0xDC: return nil
            default: break
            }
            let length = Int(try bytes.number(at: at, bytes: 2, .big))
            let segment = at + 2..<at + max(2, length)
            if marker == 0xE1, orientation == nil, segment.count > 6,
                try bytes.copy(at: segment.lowerBound, count: 6) == Array("Exif\0\0".utf8)
            {
                orientation = try Orientation(exif: bytes, in: segment.dropFirst(6))
            }
            if marker == 0xEE, segment.count > 5 {
                isInverted = try bytes.copy(at: segment.lowerBound, count: 5) == Array("Adobe".utf8)
            }
            at += length
        }
    }

    private init?(png bytes: DocumentBytes) throws(DocumentDefect) {
        let header = try bytes.copy(at: 16, count: 13)
        // "Interlace method"
        guard header[12] == 0 else { return nil }
        var palette: Range<Int>?
        var orientation: Orientation?
        var length = 0
        var chunks = PNGChunks()
        while let chunk = try chunks.next(in: bytes) {
            switch chunk.type {
            case PNGChunks.palette: palette = chunk.data
            case PNGChunks.transparency: return nil
            case PNGChunks.exif: orientation = try Orientation(exif: bytes, in: chunk.data)
            case PNGChunks.data: length += chunk.data.count
            default: break
            }
        }
        width = Int(try bytes.number(at: 16, bytes: 4, .big))
        height = Int(try bytes.number(at: 20, bytes: 4, .big))
        self.orientation = orientation ?? .topLeft
        let colour: PNGColour
        switch header[9] {
        case 0: colour = .grey
        case 2: colour = .rgb
        case 3:
            guard let palette, palette.count >= 3, palette.count % 3 == 0, palette.count <= 768 else { return nil }
            colour = .indexed(palette: palette)
        case 4: colour = .greyAlpha
        case 6: colour = .rgbAlpha
        default: return nil
        }
        content = .png(colour, depth: Int(header[8]), length: length)
    }
}
