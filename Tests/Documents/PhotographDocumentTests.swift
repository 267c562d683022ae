import CZlib
import Foundation
import Testing

@testable import Documents

/// A file and what the desk knows of it.
private struct Page {
    let file: [UInt8]
    var bytes: DocumentBytes {
        DocumentBytes(count: file.count) { [file] offset, buffer in
            let length = min(buffer.count, file.count - offset)
            file.withUnsafeBytes { source in
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + length]))
            }
            return length
        }
    }

    func photograph() throws -> Photograph? {
        try Photograph(reading: bytes, kind: try #require(kind(file)))
    }
}

private func document(_ pages: [Page]) throws -> [UInt8] {
    var document: [UInt8] = []
    let photographs = try pages.map { (photograph: try #require(try $0.photograph()), bytes: $0.bytes) }
    try PhotographDocument.write(photographs) { document += $0 }
    return document
}

/// A TIFF structure with one entry, as Exif has it.
private func exif(_ orientation: Int, big: Bool, tag: Int = 0x0112, type: Int = 3) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
        let bytes = Bytes.big(value, count)
        return big ? bytes : bytes.reversed()
    }
    let start: [UInt8] = big ? [0x4D, 0x4D, 0, 42] : [0x49, 0x49, 42, 0]
    return start + number(8, 4) + number(1, 2) + number(tag, 2) + number(type, 2) + number(1, 4)
        + number(orientation, 2) + [0, 0] + number(0, 4)
}

private func jpeg(_ width: Int, _ height: Int, _ segments: [UInt8] = [], marker: UInt8 = 0xC0) -> [UInt8] {
    JPEGSample.start + segments + JPEGSample.frame(width, height, marker: marker) + JPEGSample.scan + JPEGSample.end
}

private func jpeg(_ structure: [UInt8]) -> [UInt8] {
    jpeg(4, 3, JPEGSample.segment(0xE1, Bytes.text("Exif\0\0") + structure))
}

private func png(_ width: Int, _ height: Int, _ rest: [UInt8], _ more: [UInt8] = []) -> [UInt8] {
    PNGSample.signature + PNGSample.header(width, height, rest) + more + PNGSample.chunk("IDAT", [1, 2, 3])
        + PNGSample.chunk("tEXt", [9]) + PNGSample.chunk("IDAT", [4]) + PNGSample.chunk("IEND")
}

/// Photographs of all sorts that can be pages, of random sizes, with what stands behind an image in some of them.
private func randomPages() -> [Page] {
    (0..<Int.random(in: 1...8)).map { _ in
        let (width, height) = (Int.random(in: 1...3_000), Int.random(in: 1...3_000))
        let palette = PNGSample.chunk("PLTE", [1, 2, 3, 255, 254, 253])
        let files = [
            jpeg(width, height),
            // Sizes whose bytes are a carriage return and a line feed.
            jpeg(0x0A00 + .random(in: 0...255), 0x0D),
            jpeg(width, height, marker: 0xC2) + [UInt8](repeating: 0xFF, count: .random(in: 0...40)),
            jpeg(exif(.random(in: 1...8), big: .random())), png(width, height, [8, 2, 0, 0, 0]),
            png(width, height, [1, 0, 0, 0, 0]), png(width, height, [4, 3, 0, 0, 0], palette),
            png(width, height, [16, 4, 0, 0, 0]), png(width, height, [8, 6, 0, 0, 0]),
        ]
        return Page(file: files[.random(in: files.indices)])
    }
}

@Suite struct PhotographDocumentTests {
    @Test(
        "Whatever the photographs are, each object stands where the table says, each stream is as long as it says",
        arguments: 0..<100)
    func wellFormed(round: Int) throws {
        let pages = randomPages()
        let file = try document(pages)
        #expect(kind(file) == .pdf)
        #expect(try document(pages) == file, "the same photographs, the same bytes")
        // Latin-1 has a scalar for each byte; not a `Character`, which a carriage return and a line feed share.
        let text = try #require(String(bytes: file, encoding: .isoLatin1))
        let bytes = text.unicodeScalars
        let table = try #require(text.range(of: "xref\n0 ", options: .backwards))
        let place = bytes.distance(from: bytes.startIndex, to: table.lowerBound)
        #expect(text.hasSuffix("startxref\n\(place)\n%%EOF\n"))
        let lines = text[table.lowerBound...].split(separator: "\n")
        let count = try #require(Int(lines[1].split(separator: " ")[1]))
        #expect(text.contains("/Size \(count)/Root 1 0 R"))
        for number in 1..<count {
            let entry = lines[2 + number]
            #expect(entry.utf8.count == 19 && entry.hasSuffix(" 00000 n "))
            let offset = try #require(Int(entry.prefix(10)))
            let object = bytes.dropFirst(offset)
            #expect(object.starts(with: "\(number) 0 obj\n".unicodeScalars))
            let head = Substring(object.prefix(1_500))
            if let length = head.firstMatch(of: /^\d+ 0 obj\n<<[^\n]*\/Length (\d+)>>\nstream\n/) {
                let rest = object.dropFirst(length.0.utf8.count + (try #require(Int(length.1))))
                let end = "\nendstream\nendobj\n".unicodeScalars
                #expect(rest.starts(with: end), "the stream of object \(number)")
            }
        }
        #expect(text.matches(of: /\/Type\/Page\//).count == pages.count)
        #expect(text.contains("/Type/Pages/Count \(pages.count)/Kids["))
    }

    @Test("A JPEG goes in as it is, without what follows its image, and of a PNG its data go in, joined")
    func unchanged() throws {
        let image = jpeg(4, 3)
        let file = try document([Page(file: image + [1, 2, 3, 0xFF, 0xD8]), Page(file: png(5, 6, [8, 2, 0, 0, 0]))])
        let text = try #require(String(bytes: file, encoding: .isoLatin1))
        let whole = try #require(String(bytes: image, encoding: .isoLatin1))
        #expect(text.contains("/Filter/DCTDecode/Length \(image.count)>>\nstream\n\(whole)\nendstream"))
        #expect(text.contains("/Columns 5>>/Length 4>>\nstream\n\u{1}\u{2}\u{3}\u{4}\nendstream"))
    }

    @Test("Exif's orientation is read in both orders of bytes, from JPEG and PNG; what is broken changes nothing")
    func orientations() throws {
        for big in [true, false] {
            for number in 0...9 {
                let wanted = Orientation(rawValue: number) ?? .topLeft
                #expect(try Page(file: jpeg(exif(number, big: big))).photograph()?.orientation == wanted)
                let chunk = PNGSample.chunk("eXIf", exif(number, big: big))
                #expect(try Page(file: png(4, 3, [8, 2, 0, 0, 0], chunk)).photograph()?.orientation == wanted)
            }
            let right = exif(6, big: big)
            for length in 0..<right.count - 6 {
                #expect(
                    try Page(file: jpeg(Array(right.prefix(length)))).photograph()?.orientation == .topLeft, "\(length)"
                )
            }
            for broken in [exif(6, big: big, tag: 0x0113), exif(6, big: big, type: 4)] {
                #expect(try Page(file: jpeg(broken)).photograph()?.orientation == .topLeft)
            }
            var far = right
            far.replaceSubrange(4..<8, with: [0xFF, 0xFF, 0xFF, 0xFF])
            #expect(try Page(file: jpeg(far)).photograph()?.orientation == .topLeft)
        }
    }

    @Test("With any byte of Exif changed it is read to an end")
    func anyByte() throws {
        let structure = exif(6, big: true)
        for place in structure.indices {
            for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
                var changed = structure
                changed[place] = value
                #expect(try Page(file: jpeg(changed)).photograph() != nil)
            }
        }
    }

    @Test("What PDF cannot show as it is becomes no page")
    func noPages() throws {
        let transparent = PNGSample.chunk("tRNS", [0, 0, 0, 0, 0, 0])
        let files: [(String, [UInt8])] = [
            ("interlaced", png(4, 3, [8, 2, 0, 0, 1])),
            ("transparent colour", png(4, 3, [8, 2, 0, 0, 0], transparent)),
            ("no palette", png(4, 3, [8, 3, 0, 0, 0])),
            ("broken palette", png(4, 3, [8, 3, 0, 0, 0], PNGSample.chunk("PLTE", [1, 2]))),
            ("lossless", jpeg(4, 3, marker: 0xC3)), ("arithmetic", jpeg(4, 3, marker: 0xC9)),
            (
                "height told later",
                JPEGSample.start + JPEGSample.frame(4, 0) + JPEGSample.scan
                    + JPEGSample.segment(0xDC, [0, 3]) + JPEGSample.end
            ),
            ("two frames", jpeg(4, 3, JPEGSample.frame(4, 3))),
            (
                "12 bits",
                JPEGSample.start + JPEGSample.segment(0xC1, [12, 0, 3, 0, 4, 1, 1, 0x11, 0]) + JPEGSample.scan
                    + JPEGSample.end
            ),
            (
                "two colours",
                JPEGSample.start + JPEGSample.segment(0xC0, [8, 0, 3, 0, 4, 2, 1, 0x11, 0, 2, 0x11, 0])
                    + JPEGSample.scan + JPEGSample.end
            ),
        ]
        for (what, file) in files { #expect(try Page(file: file).photograph() == nil, "\(what)") }
        #expect(try Photograph(reading: Page(file: PDFSample.stream()).bytes, kind: .pdf) == nil)
    }

    @Test(
        "A page is A4 less what its photograph does not fill, upright or lying, and never below what PDF allows",
        arguments: [
            (3_000, 4_000, 1, "595.28", "793.70"), (4_000, 3_000, 1, "793.70", "595.28"),
            (4_000, 3_000, 6, "595.28", "793.70"),
            (1_000, 1_000, 3, "595.28", "595.28"), (1, 10_000, 1, "3.00", "841.89"), (10_000, 1, 1, "841.89", "3.00"),
            (2_100, 2_970, 8, "841.89", "595.27"), (210, 297, 1, "595.27", "841.89"),
        ])
    func sizes(width: Int, height: Int, orientation: Int, wide: String, high: String) throws {
        let segment = JPEGSample.segment(0xE1, Bytes.text("Exif\0\0") + exif(orientation, big: true))
        let photograph = try #require(try Page(file: jpeg(width, height, segment)).photograph())
        let size = PageSize(of: photograph)
        #expect((size.width.text, size.height.text) == (wide, high))
    }

    @Test("Memory does not grow with the photographs: no more than a window is read at a time")
    func windows() throws {
        let large = jpeg(4, 3, (0..<40).flatMap { _ in JPEGSample.segment(0xEF, Bytes.zeros(60_000)) })
        let page = Page(file: large)
        var longest = 0
        var total = 0
        let photograph = try #require(try page.photograph())
        try PhotographDocument.write([(photograph, page.bytes)]) { bytes in
            longest = max(longest, bytes.count)
            total += bytes.count
        }
        #expect(longest <= 16_384 && total > large.count)
    }
}
