import Documents
import Testing

@Suite struct CompoundFileTests {
    private static func sample(_ streams: [CompoundSample.Stream], shift: Int = 9) -> [UInt8] {
        CompoundSample(streams: streams, shift: shift).file
    }

    private static func named(_ name: String, _ length: Int = 100, isStorage: Bool = false) -> CompoundSample.Stream {
        .init(name: name, data: Bytes.zeros(isStorage ? 0 : length), isStorage: isStorage)
    }

    @Test(
        "Word files as programs write them",
        arguments: [
            ("of Word 97", sample([CompoundSample.word(), CompoundSample.table])),
            ("with sectors of 4,096 bytes", sample([CompoundSample.word(), CompoundSample.table], shift: 12)),
            (
                "with small streams",
                sample([CompoundSample.word(), named("X", 1), CompoundSample.table, named("Y", 4_095)])
            ),
            ("with an empty stream", sample([CompoundSample.word(), CompoundSample.table, named("X", 0)])),
            ("with the other table", sample([CompoundSample.word(flags: 0), named("0Table")])),
            ("of Word 95, without a table", sample([CompoundSample.word(version: 104, identifier: 0xA5DC)])),
            ("whose own stream is small", sample([CompoundSample.word(length: 1_000), named("1Table")])),
            (
                "with a storage of objects",
                sample([CompoundSample.word(), CompoundSample.table, named("ObjectPool", isStorage: true)])
            ),
        ] as [(String, [UInt8])])
    func right(what: String, file: [UInt8]) {
        #expect(Inspection(file).verdict == .success(.doc), "\(what)")
    }

    @Test(
        "Compound files that are refused",
        arguments: [
            ("a spreadsheet", sample([named("Workbook", 5_000)]), DocumentDefect.unknownType),
            ("nothing", sample([]), .unknownType),
            (
                "a Word stream without a header", sample([CompoundSample.word(length: 31), named("1Table")]),
                .unknownType
            ),
            ("no table", sample([CompoundSample.word()]), .damaged),
            ("the other table", sample([CompoundSample.word(), named("0Table")]), .damaged),
            ("another identifier", sample([CompoundSample.word(identifier: 0xA5DB), CompoundSample.table]), .damaged),
            ("encrypted", sample([CompoundSample.word(flags: 0x0300), CompoundSample.table]), .passwordProtected),
            (
                "a Word 2007 file under a password",
                sample([named("EncryptionInfo"), named("EncryptedPackage", 9_000)]), .passwordProtected
            ),
            (
                "macros", sample([CompoundSample.word(), CompoundSample.table, named("Macros", isStorage: true)]),
                .macros
            ),
            ("a project", sample([CompoundSample.word(), CompoundSample.table, named("_VBA_PROJECT")]), .macros),
            (
                "macros, written small",
                sample([CompoundSample.word(), CompoundSample.table, named("vba", isStorage: true)]), .macros
            ),
        ])
    func wrong(what: String, file: [UInt8], expected: DocumentDefect) {
        #expect(defect(file) == expected, "\(what)")
    }

    @Test("Macros are taken where the limits say so")
    func macros() {
        var limits = DocumentLimits()
        limits.takesMacros = true
        let file = Self.sample([CompoundSample.word(), CompoundSample.table, Self.named("Macros", isStorage: true)])
        #expect(kind(file, limits) == .doc)
    }

    @Test("A chain that is a loop, ends early, leads out of the file or into another one is damaged")
    func chains() {
        // Sector 0 is the table, 1 the directory, 2 ... 9 Word's stream, 10 ... 18 its table.
        let breaks: [(String, Int, UInt32)] = [
            ("the directory leads to itself", 1, 1), ("a stream leads to itself", 9, 9),
            ("a stream leads to its start", 9, 2),
            ("a stream leads into the table", 5, 0), ("a stream leads into the directory", 5, 1),
            ("a stream leads into the other", 9, 10), ("a stream ends early", 5, 0xFFFF_FFFE),
            ("a sector is free", 5, 0xFFFF_FFFF),
            ("a sector beyond the end", 5, 19), ("far beyond", 5, 0x7FFF_FFFF),
        ]
        for (what, place, value) in breaks {
            var sample = CompoundSample()
            sample.breakTable = { $0[place] = value }
            let inspection = Inspection(sample.file)
            #expect(inspection.defect == .damaged, "\(what)")
            #expect(inspection.work < 100_000)
        }
    }

    @Test("Small streams: loops, early ends and shared sectors are damaged")
    func smallChains() {
        let whole = CompoundSample(streams: [CompoundSample.word(), Self.named("1Table", 200), Self.named("X", 200)])
        #expect(kind(whole.file) == .doc)
        // The mini stream has 8 sectors of 64 bytes: one sector of the file, 2; its table is sector 3.
        let table = 4 * 512
        for (what, place, value) in [
            ("a loop", 1, 0), ("an early end", 1, 0xFFFF_FFFE), ("another's", 3, 4), ("beyond the end", 3, 99),
            ("a free one", 2, 0xFFFF_FFFF),
        ] {
            let file = whole.file.replacing(at: table + 4 * place, with: Bytes.little(value, 4))
            #expect(defect(file) == .damaged, "\(what)")
        }
    }

    @Test("The directory's tree: loops, ids beyond it and entries of no type are damaged")
    func tree() {
        let child = 76, right = 72, left = 68, type = 66, nameLength = 64
        for (what, entry, place, bytes) in [
            ("the root is its own child", 0, child, Bytes.little(0, 4)),
            ("a brother is the entry itself", 1, right, Bytes.little(1, 4)),
            ("two entries have one brother", 1, left, Bytes.little(2, 4)),
            ("a brother beyond the directory", 2, right, Bytes.little(4, 4)),
            ("an id with the highest bit", 2, right, Bytes.little(0x8000_0000, 4)), ("an unused entry", 2, type, [0]),
            ("a second root", 2, type, [5]),
            ("no root", 0, type, [1]), ("a name of an odd length", 2, nameLength, [3]),
            ("a name too long", 2, nameLength, [66]),
            ("a stream longer than the file", 1, 120, Bytes.little(0x7FFF_FFFF, 4)),
        ] {
            var sample = CompoundSample()
            sample.breakDirectory = { $0 = $0.replacing(at: 128 * entry + place, with: bytes) }
            #expect(defect(sample.file) == .damaged, "\(what)")
        }
    }

    @Test(
        "A header that no program writes is damaged",
        arguments: [
            (26, [5, 0]), (28, [0xFF, 0xFE]), (30, [12, 0]), (32, [7, 0]), (44, [0, 0]),
            (48, [0xFF, 0xFF, 0xFF, 0xFF]), (56, [0, 0]), (76, [0xFF, 0xFF, 0xFF, 0xFF]), (76, [19, 0, 0, 0]),
        ]
    )
    func headers(place: Int, bytes: [UInt8]) {
        #expect(defect(CompoundSample().file.replacing(at: place, with: bytes)) == .damaged)
    }

    @Test("Cut off anywhere it is damaged, but in the unused rest of the last sector", arguments: [9, 12])
    func cut(shift: Int) {
        var sample = CompoundSample()
        sample.shift = shift
        let file = sample.file
        let used = file.count - ((1 << shift) - sample.streams[1].data.count % (1 << shift))
        for length in 8..<file.count {
            #expect(kind(Array(file.prefix(length))) == (length < used ? nil : .doc), "\(length) of \(file.count)")
        }
    }

    @Test("A file of many sectors has its table's list in a chain of its own, which may not be a loop")
    func longList() {
        // 109 sectors of the table are listed in the header; each is for 128 sectors.
        let sectors = 110 * 128
        var file = CompoundSample().file
        let list = file.count / 512 - 1
        // The table's other sectors, all free, then the list's own sector.
        file += [UInt8](repeating: 0xFF, count: 109 * 512)
        let more = file.count / 512 - 1
        file += Bytes.little(list + 108, 4) + [UInt8](repeating: 0xFF, count: 504) + Bytes.little(0xFFFF_FFFE, 4)
        file += Bytes.zeros((sectors + 1) * 512 - file.count)
        let places = (0..<108).flatMap { Bytes.little(list + $0, 4) }
        file = file.replacing(at: 44, with: Bytes.little(110, 4)).replacing(
            at: 68, with: Bytes.little(more, 4) + Bytes.little(1, 4))
        file = file.replacing(at: 80, with: places)
        #expect(Inspection(file).verdict == .success(.doc))
        #expect(defect(file.replacing(at: 68, with: Bytes.little(sectors + 5, 4))) == .damaged)
        #expect(defect(file.replacing(at: (more + 1) * 512, with: Bytes.little(list, 4))) == .damaged, "a sector twice")
    }
}
