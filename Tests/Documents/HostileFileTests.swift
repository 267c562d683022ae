import Documents
import Testing

/// The most units of work for a file, as `DocumentBytes` promises. 200 units are about a millionth of a second.
private func expectBounded(_ file: [UInt8], _ what: String, source: SourceLocation = #_sourceLocation) {
    let inspection = Inspection(file)
    #expect(inspection.defect != nil, "\(what)", sourceLocation: source)
    // The last step may go beyond the limit before it is seen.
    #expect(inspection.work <= inspection.workLimit + 65_536, "\(what)", sourceLocation: source)
    #expect(inspection.readBytes <= inspection.workLimit * 2, "\(what)", sourceLocation: source)
}

@Suite struct HostileFileTests {
    /// Long enough for a cost that grows with the square to show.
    private static let length = 300_000

    private static func repeated(_ bytes: [UInt8], _ count: Int = length) -> [UInt8] {
        Array(Array(repeating: bytes, count: count / bytes.count).joined())
    }

    @Test("JPEG: storms of markers, of shortest segments and of restarts")
    func jpeg() {
        for pattern in [
            [0xFF, 0xFE, 0, 2], [0xFF, 0x01], [0xFF, 0xD0], [0xFF], [0xFF, 0xDA, 0, 2], [0xFF, 0xDC, 0, 2],
        ] as [[UInt8]] {
            expectBounded(JPEGSample.start + JPEGSample.frame(2, 2) + Self.repeated(pattern), "\(pattern)")
        }
    }

    @Test("PNG: a storm of empty chunks, and one chunk that reaches to the end")
    func png() {
        expectBounded(PNGSample.signature + PNGSample.header() + Self.repeated(PNGSample.chunk("IDAT")), "empty chunks")
        expectBounded(
            PNGSample.signature + PNGSample.header() + Bytes.big(Self.length - 4, 4) + Self.repeated([0x49]),
            "one chunk")
    }

    @Test("TIFF: thousands of directories that share one list of strips")
    func tiff() {
        let layout = TIFFSample()
        let strips = 50_000
        var file = layout.header + layout.number(8 + 4 * strips, 4) + Self.repeated(layout.number(8, 4), 4 * strips)
        for _ in 0..<1_000 {
            var page = TIFFSample.page(5, 5, strip: 0, bytes: 0)
            page[2] = .init(tag: 273, type: 4, count: strips, value: 8)
            page[3] = .init(tag: 279, type: 4, count: strips, value: 8)
            file += layout.directory(page, next: file.count + 54)
        }
        expectBounded(file, "shared strips")
    }

    @Test("PDF: storms of the words that are searched")
    func pdf() {
        for word in ["%%EOF", "startxref\n5\n", "trailer", "/XRef", "obj", "/Encrypt", "/Root", "/Roo", "\0", "xref "] {
            let storm = Self.repeated(Array(word.utf8))
            for end in ["", "startxref\n9\n%%EOF", "startxref\n\(Self.length)\n%%EOF"] {
                let inspection = Inspection(Array("%PDF-1.7\n".utf8) + storm + Array(end.utf8))
                #expect(inspection.work <= inspection.workLimit + 65_536, "\(word) \(end)")
            }
        }
    }

    @Test(
        "Compound file: a table that leads through all sectors, backwards and forwards, and a list of tables that is a loop"
    )
    func compound() {
        let sectors = 1_000
        let base = CompoundSample().file.prefix(76)
        var header = Array(base) + [UInt8](repeating: 0xFF, count: 436)
        header = header.replacing(at: 44, with: Bytes.little(32, 4)).replacing(at: 48, with: Bytes.little(32, 4))
        header = header.replacing(at: 76, with: (0..<32).flatMap { Bytes.little($0, 4) })
        for step in [1, 127, 128, 967] {
            let table = (0..<sectors).flatMap { Bytes.little(32 + ($0 + step) % (sectors - 32), 4) }
            expectBounded(header + table + Bytes.zeros(sectors * 512 - table.count), "steps of \(step)")
        }
        let loop = header.replacing(at: 44, with: Bytes.little(0x7FFF_FFFF, 4)).replacing(
            at: 68, with: Bytes.little(5, 4))
        expectBounded(loop + Self.repeated(Bytes.little(5, 4), 600_000), "a list that leads to itself")
    }

    @Test("Zip: thousands of ends, entries that overlap, an archive in an archive in an archive")
    func zip() {
        expectBounded([0x50, 0x4B, 3, 4] + Self.repeated([0x50, 0x4B, 5, 6]), "ends")
        var overlapping = ZipSample(entries: (0..<1_900).map { .init("word/\($0)", [], isDeflated: true) })
        for index in overlapping.entries.indices { overlapping.entries[index].start = 0 }
        expectBounded(overlapping.file, "entries that are one")
        var nested = WordPackageSample().file
        for depth in 0..<20 { nested = WordPackageSample(more: [.init("word/\(depth).zip", nested)]).file }
        let inspection = Inspection(nested)
        #expect(inspection.kind == .docx)
        #expect(inspection.work < 400_000, "what is inside is not opened")
    }

    @Test("Zip: a part that says it is small and unpacks to much is left as soon as it is longer")
    func bomb() {
        var entry = ZipSample.Entry("[Content_Types].xml", Bytes.zeros(50_000_000), isDeflated: true)
        entry.length = 100
        var sample = ZipSample(entries: WordPackageSample().entries)
        sample.entries[0] = entry
        let inspection = Inspection(sample.file)
        #expect(inspection.defect == .damaged)
        #expect(inspection.work < 400_000)
    }

    @Test("XML: attributes, references and unfinished comments without end")
    func xml() {
        for (start, repeated) in [
            ("<Types ", "a='b' "), ("<Types a='", "&amp;"), ("<Types>", "<!-- -->"), ("<Types>", "<"),
            ("<Types>", "<?"), ("<", "a"),
        ] {
            var sample = WordPackageSample()
            sample.types = start + String(decoding: Self.repeated(Array(repeated.utf8)), as: UTF8.self)
            expectBounded(sample.file, "\(start)\(repeated)")
        }
    }
}
