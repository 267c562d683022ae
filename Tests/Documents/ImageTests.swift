import Documents
import Testing

@Suite struct ImageTests {
    private static let limits: DocumentLimits = {
        var limits = DocumentLimits()
        limits.pixels = 1_000
        return limits
    }()

    private static func files(_ width: Int, _ height: Int) -> [(String, [UInt8], DocumentKind)] {
        [
            ("PNG", PNGSample.file(width, height), .png), ("JPEG", JPEGSample.file(width, height), .jpeg),
            ("TIFF", TIFFSample().file([(2, 3), (width, height)]), .tiff),
            ("BigTIFF", TIFFSample(isLittle: false, isBig: true).file([(width, height)]), .tiff),
        ]
    }

    @Test("As many pixels as the limit are taken, and not one row more")
    func pixels() {
        for (what, file, expected) in Self.files(10, 100) { #expect(kind(file, Self.limits) == expected, "\(what)") }
        for (what, file, _) in Self.files(10, 101) + Self.files(1_001, 1) {
            #expect(defect(file, Self.limits) == .tooManyPixels(limit: 1_000), "\(what)")
        }
        for (what, file, expected) in Self.files(10_000, 10_000) { #expect(kind(file) == expected, "\(what)") }
        for (what, file, _) in Self.files(10_001, 10_000) {
            #expect(defect(file) == .tooManyPixels(limit: 100_000_000), "\(what)")
        }
    }

    @Test("The widest numbers that a format holds do not overflow")
    func widest() {
        #expect(defect(PNGSample.file(0x7FFF_FFFF, 0x7FFF_FFFF)) == .tooManyPixels(limit: 100_000_000))
        #expect(defect(PNGSample.file(0x8000_0000, 1)) == .damaged)
        #expect(defect(JPEGSample.file(65_535, 65_535)) == .tooManyPixels(limit: 100_000_000))
        #expect(defect(TIFFSample().file([(0xFFFF_FFFF, 0xFFFF_FFFF)])) == .tooManyPixels(limit: 100_000_000))
    }

    @Test("An image without width or height is damaged")
    func empty() {
        for (what, file, _) in Self.files(0, 5) + Self.files(5, 0) { #expect(defect(file) == .damaged, "\(what)") }
    }

    @Test("Cut off anywhere it is damaged, or not known any more")
    func cut() {
        for (what, file, _) in Self.files(4, 5) {
            for length in file.indices {
                let defect = Inspection(Array(file.prefix(length))).defect
                #expect(defect == .damaged || length < 12 && defect == .unknownType, "\(what), \(length)")
            }
        }
    }

    @Test(
        "PNG files with one fault",
        arguments: [
            ("data before the header", PNGSample.signature + PNGSample.chunk("IDAT", [1]) + PNGSample.chunk("IEND")),
            (
                "a second header",
                PNGSample.signature + PNGSample.header() + PNGSample.header() + PNGSample.chunk("IDAT", [1])
                    + PNGSample.chunk("IEND")
            ),
            ("no data", PNGSample.signature + PNGSample.header() + PNGSample.chunk("IEND")),
            (
                "an end with data",
                PNGSample.signature + PNGSample.header() + PNGSample.chunk("IDAT", [1]) + PNGSample.chunk("IEND", [1])
            ),
            (
                "a type that is no letters",
                PNGSample.signature + PNGSample.header() + PNGSample.chunk("IDA1", [1]) + PNGSample.chunk("IDAT", [1])
                    + PNGSample.chunk("IEND")
            ),
            (
                "depth 3",
                PNGSample.signature + PNGSample.header(2, 2, [3, 0, 0, 0, 0]) + PNGSample.chunk("IDAT", [1])
                    + PNGSample.chunk("IEND")
            ),
            (
                "colour type 5",
                PNGSample.signature + PNGSample.header(2, 2, [8, 5, 0, 0, 0]) + PNGSample.chunk("IDAT", [1])
                    + PNGSample.chunk("IEND")
            ),
            (
                "interlace method 2",
                PNGSample.signature + PNGSample.header(2, 2, [8, 2, 0, 0, 2]) + PNGSample.chunk("IDAT", [1])
                    + PNGSample.chunk("IEND")
            ),
            (
                "a chunk that says it is longer than the file",
                PNGSample.file().replacing(at: 33, with: [0x7F, 0xFF, 0xFF, 0xFF])
            ),
        ] as [(String, [UInt8])])
    func brokenPNG(what: String, file: [UInt8]) {
        #expect(defect(file) == .damaged, "\(what)")
    }

    @Test("Every changed bit of a PNG's chunks is found")
    func checksums() {
        let file = PNGSample.file()
        for place in 8..<file.count {
            for bit in 0..<8 {
                #expect(
                    kind(file.replacing(at: place, with: [file[place] ^ 1 << bit])) == nil, "byte \(place), bit \(bit)")
            }
        }
    }

    @Test(
        "JPEG files with something unusual that decoders take",
        arguments: [
            ("a film behind it", JPEGSample.file() + Bytes.text("ftypmp42") + Bytes.zeros(5_000)),
            (
                "fill bytes and stray bytes before a marker",
                JPEGSample.start + [0xFF, 0xFF, 0xFF] + Array(JPEGSample.frame(2, 2).dropFirst()) + [1, 2]
                    + JPEGSample.scan + JPEGSample.end
            ),
            (
                "its height after the first scan",
                JPEGSample.start + JPEGSample.frame(2, 0) + JPEGSample.scan + JPEGSample.segment(0xDC, [0, 9])
                    + JPEGSample.end
            ),
            (
                "several scans",
                JPEGSample.start + JPEGSample.frame(2, 2, marker: 0xC2) + JPEGSample.scan
                    + JPEGSample.segment(0xC4, [1]) + JPEGSample.scan + JPEGSample.end
            ),
            (
                "a second image inside a segment",
                JPEGSample.start + JPEGSample.segment(0xE1, JPEGSample.file()) + Array(JPEGSample.file().dropFirst(2))
            ),
        ] as [(String, [UInt8])])
    func unusualJPEG(what: String, file: [UInt8]) {
        #expect(Inspection(file).verdict == .success(.jpeg), "\(what)")
    }

    @Test(
        "JPEG files with one fault",
        arguments: [
            ("no frame", JPEGSample.start + JPEGSample.scan + JPEGSample.end),
            ("no scan", JPEGSample.start + JPEGSample.frame(2, 2) + JPEGSample.end),
            ("no end", Array(JPEGSample.file().dropLast(2))),
            ("no height at all", JPEGSample.start + JPEGSample.frame(2, 0) + JPEGSample.scan + JPEGSample.end),
            ("a second start", JPEGSample.start + JPEGSample.start + Array(JPEGSample.file().dropFirst(2))),
            (
                "a segment shorter than its own length",
                JPEGSample.start + [0xFF, 0xE0, 0, 1] + Array(JPEGSample.file().dropFirst(2))
            ),
            (
                "a segment longer than the file",
                JPEGSample.start + [0xFF, 0xE0, 0xFF, 0xFF] + Array(JPEGSample.file().dropFirst(2))
            ),
        ] as [(String, [UInt8])])
    func brokenJPEG(what: String, file: [UInt8]) {
        #expect(defect(file) == .damaged, "\(what)")
    }
}
