import Documents
import Testing

@Suite struct TIFFTests {
    private static let layouts = [
        TIFFSample(), TIFFSample(isLittle: false), TIFFSample(isBig: true), TIFFSample(isLittle: false, isBig: true),
    ]

    /// One page whose directory holds these entries, after 100 bytes of pixels.
    private static func file(_ layout: TIFFSample, _ entries: [TIFFSample.Entry], next: Int = 0) -> [UInt8] {
        let start = layout.header.count + layout.offsetLength
        return layout.header + layout.number(start + 100, layout.offsetLength) + Bytes.zeros(100)
            + layout.directory(entries, next: next)
    }

    @Test("Both byte orders, both widths, one page and many")
    func right() {
        for layout in Self.layouts {
            #expect(kind(layout.file()) == .tiff)
            #expect(kind(layout.file(Array(repeating: (5, 5), count: 300))) == .tiff)
        }
    }

    @Test("As many pages as the limit are read, and not one more")
    func pages() {
        for (count, defect) in [(10_000, nil), (10_001, .damaged)] as [(Int, DocumentDefect?)] {
            #expect(Inspection(TIFFSample().file(Array(repeating: (5, 5), count: count))).defect == defect)
        }
    }

    @Test("A directory that leads back to itself or to an earlier one is a loop, and costs no more than one round")
    func loops() {
        for layout in Self.layouts {
            let file = layout.file([(2, 3), (4, 5), (6, 7)])
            let first = layout.header.count + layout.offsetLength
            let length = layout.directory(TIFFSample.page(0, 0, strip: 0, bytes: 0), next: 0).count
            for target in [first, first + length + 10, first + 2 * (length + 10)] {
                let last = first + 2 * (length + 10) + length - layout.offsetLength
                let inspection = Inspection(file.replacing(at: last, with: layout.number(target, layout.offsetLength)))
                #expect(inspection.defect == .damaged)
                #expect(inspection.work < 100_000)
            }
        }
    }

    @Test("Strips, tiles or an old JPEG image: their bytes must be in the file")
    func pieces() {
        for layout in Self.layouts {
            let start = layout.header.count + layout.offsetLength
            for (offsets, counts) in [(273, 279), (324, 325), (513, 514)] {
                let entries = { (place: Int, length: Int) in
                    Array(TIFFSample.page(5, 5, strip: 0, bytes: 0).prefix(2)) + [
                        .init(tag: offsets, type: 4, count: 1, value: place),
                        .init(tag: counts, type: 4, count: 1, value: length),
                    ]
                }
                let size = Self.file(layout, entries(0, 0)).count
                #expect(kind(Self.file(layout, entries(start, 100))) == .tiff)
                #expect(kind(Self.file(layout, entries(start, size - start))) == .tiff, "to the file's very end")
                #expect(defect(Self.file(layout, entries(start, size - start + 1))) == .damaged)
                #expect(defect(Self.file(layout, entries(0xFFFF_FFFF, 0xFFFF_FFFF))) == .damaged)
                #expect(kind(Self.file(layout, entries(0, 0))) == .tiff, "a sparse piece")
            }
        }
    }

    @Test("A list of strips is read wherever it stands, and each strip counts")
    func strips() {
        let layout = TIFFSample()
        for (wrong, expected) in [(nil, nil), (0, .damaged), (1_199, .damaged)] as [(Int?, DocumentDefect?)] {
            var places = Array(repeating: 8, count: 1_200)
            if let wrong { places[wrong] = 100_000 }
            let lists = places.flatMap { layout.number($0, 4) } + places.flatMap { _ in layout.number(1, 2) }
            let entries = [
                TIFFSample.Entry(tag: 256, type: 3, count: 1, value: 5), .init(tag: 257, type: 3, count: 1, value: 5),
                .init(tag: 273, type: 4, count: 1_200, value: 8),
                .init(tag: 279, type: 3, count: 1_200, value: 8 + 4_800),
            ]
            let file = layout.header + layout.number(8 + lists.count, 4) + lists + layout.directory(entries, next: 0)
            #expect(Inspection(file).defect == expected)
        }
    }

    @Test(
        "TIFF files with one fault",
        arguments: [
            ("no first directory", TIFFSample().header + Bytes.zeros(4)),
            ("a directory without entries", TIFFSample().header + Bytes.little(8, 4) + Bytes.zeros(20)),
            ("no size", file(TIFFSample(), Array(TIFFSample.page(5, 5, strip: 8, bytes: 9).dropFirst(2)))),
            ("no pixels", file(TIFFSample(), Array(TIFFSample.page(5, 5, strip: 8, bytes: 9).prefix(2)))),
            (
                "as many lengths as there are not strips",
                file(
                    TIFFSample(),
                    Array(TIFFSample.page(5, 5, strip: 8, bytes: 9).prefix(3)) + [
                        .init(tag: 279, type: 4, count: 2, value: 8)
                    ])
            ),
            ("a size that is a text", file(TIFFSample(), [.init(tag: 256, type: 2, count: 1, value: 5)])),
            (
                "a list longer than the file",
                file(
                    TIFFSample(),
                    Array(TIFFSample.page(5, 5, strip: 8, bytes: 9).prefix(2)) + [
                        .init(tag: 273, type: 4, count: 1_000, value: 8)
                    ])
            ),
            (
                "a next directory beyond the end",
                file(TIFFSample(), TIFFSample.page(5, 5, strip: 8, bytes: 9), next: 100_000)
            ),
            (
                "offsets of 2^63 in a BigTIFF",
                file(
                    TIFFSample(isBig: true),
                    Array(TIFFSample.page(5, 5, strip: 0, bytes: 1).prefix(2)) + [
                        .init(tag: 273, type: 16, count: 1, value: Int.min),
                        .init(tag: 279, type: 4, count: 1, value: 1),
                    ])
            ),
        ] as [(String, [UInt8])])
    func broken(what: String, file: [UInt8]) {
        #expect(defect(file) == .damaged, "\(what)")
    }
}
