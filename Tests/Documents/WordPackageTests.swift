import Documents
import Testing

@Suite struct WordPackageTests {
    typealias Entry = ZipSample.Entry

    private static func with(_ more: [Entry]) -> [UInt8] { WordPackageSample(more: more).file }

    private static func zip(_ change: (inout ZipSample) -> Void) -> [UInt8] {
        var sample = ZipSample(entries: WordPackageSample().entries)
        change(&sample)
        return sample.file
    }

    private static func changed(_ index: Int, _ change: (inout Entry) -> Void) -> [UInt8] {
        zip { change(&$0.entries[index]) }
    }

    private static func typed(_ types: String, _ more: [Entry] = []) -> [UInt8] {
        WordPackageSample(types: types, more: more).file
    }

    @Test(
        "Word files as programs write them",
        arguments: [
            ("plain", WordPackageSample().file),
            (
                "with sizes after the data",
                zip { for index in $0.entries.indices { $0.entries[index].hasDescriptor = true } }
            ),
            (
                "with numbers of 8 bytes",
                zip { sample in
                    sample.isWide = true
                    for index in sample.entries.indices { sample.entries[index].isWide = true }
                }
            ),
            ("with a comment", zip { $0.comment = Bytes.text("made by a program") }),
            ("with padding", zip { _ in } + Bytes.zeros(500)),
            ("stored", zip { for index in $0.entries.indices { $0.entries[index].isDeflated = false } }),
            ("the types last", zip { $0.entries.reverse() }), ("with a folder", with([Entry("word/media/", [])])),
            ("with a Persian name", with([Entry("word/media/عکس.png")])),
            ("with an archive inside", with([Entry("word/embeddings/a.docx", WordPackageSample().file)])),
            ("with a link", WordPackageSample.relating("hyperlink", "http://example.org/")),
            ("with a linked picture", WordPackageSample.relating("image", "http://example.org/a.png")),
            (
                "written on a letterhead",
                WordPackageSample.relating("attachedTemplate", "file:///C:\\Users\\me\\letter.dotx")
            ),
            (
                "with an object of its own",
                WordPackageSample.relating("oleObject", "embeddings/oleObject1.bin", mode: nil)
            ),
            ("with types in UTF-16", utf16),
        ] as [(String, [UInt8])])
    func right(what: String, file: [UInt8]) {
        #expect(Inspection(file).verdict == .success(.docx), "\(what)")
    }

    private static let utf16: [UInt8] = {
        var sample = WordPackageSample()
        sample.types = ""
        var entries = sample.entries
        entries[0].data = [0xFF, 0xFE] + WordPackageSample().types.utf16.flatMap { Bytes.little(Int($0), 2) }
        return ZipSample(entries: entries).file
    }()

    @Test(
        "Other archives are of no known type",
        arguments: [
            ("a plain archive", ZipSample(entries: [Entry("a.txt")]).file),
            (
                "OpenDocument",
                ZipSample(entries: [Entry("mimetype", text: "application/vnd.oasis.opendocument.text")]).file
            ),
            (
                "a spreadsheet",
                typed(
                    "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
                )
            ),
            (
                "a template",
                typed(
                    "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml\"/></Types>"
                )
            ),
        ] as [(String, [UInt8])])
    func others(what: String, file: [UInt8]) {
        #expect(defect(file) == .unknownType, "\(what)")
    }

    @Test(
        "Macros are found by their part, its type, its relationship and the document's type",
        arguments: [
            with([Entry("word/vbaProject.bin")]), with([Entry("WORD/VBAPROJECT.BIN")]),
            with([Entry("a/vbaProject.bin")]),
            typed(
                "<Types><Override PartName='/word/document.xml' ContentType='\(WordPackageSample.main)'/><Override PartName='/x' ContentType='application/vnd.ms-office.vbaProject'/></Types>"
            ),
            typed(
                "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>"
            ),
            typed(
                "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.ms-word.document.macroEnabled&#x2E;main+xml'/></Types>"
            ),
            WordPackageSample.relating("vbaProject", "harmless.bin", mode: nil),
        ])
    func macros(file: [UInt8]) {
        #expect(defect(file) == .macros)
        var limits = DocumentLimits()
        limits.takesMacros = true
        #expect(defect(file, limits) == .macros, "whatever the limits say of older files")
    }

    @Test(
        "A template or an object from elsewhere is found, however it is written",
        arguments: [
            ("attachedTemplate", "http://example.org/a.dotm", "External"),
            ("attachedTemplate", "\\\\server\\a.dotm", "External"),
            ("attachedTemplate", "file://server/a.dotm", "External"),
            ("attachedTemplate", "file:///\\\\server\\a.dotm", "External"),
            ("attachedTemplate", "HTTPS://example.org/", "external"),
            ("attachedTemplate", "&#104;ttp://example.org/", "&#x45;xternal"),
            ("oleObject", "mhtml:http://example.org/a!x", "External"), ("frame", "http://example.org/", "External"),
            ("subDocument", "http://example.org/", "External"), ("attachedTemplate", "", "External"),
        ])
    func external(type: String, target: String, mode: String) {
        #expect(defect(WordPackageSample.relating(type, target, mode: mode)) == .externalContent)
    }

    @Test("As many parts as the limit are taken, and not one more")
    func parts() {
        for (more, expected) in [(1_996, nil), (1_997, .tooManyParts(limit: 2_000))] as [(Int, DocumentDefect?)] {
            #expect(Inspection(Self.with((0..<more).map { Entry("word/\($0)", []) })).defect == expected)
        }
        #expect(defect(Self.zip { $0.count = 2_001 }) == .tooManyParts(limit: 2_000), "as the end says")
        #expect(defect(Self.zip { $0.count = 3 }) == .damaged, "fewer than there are")
    }

    @Test("As many bytes as the limit are taken, and not one more")
    func unpacked() {
        let used = WordPackageSample().entries.reduce(0) { $0 + $1.data.count }
        let limit = 200 * 1_048_576
        for (length, expected) in [(limit - used, nil), (limit - used + 1, .unpacksTooLarge(limit: limit))]
            as [(Int, DocumentDefect?)]
        {
            var entry = Entry("word/media/a.bmp", [1], isDeflated: true)
            entry.length = length
            #expect(Inspection(Self.with([entry])).defect == expected)
        }
        var huge = Entry("word/a", [1], isDeflated: true)
        huge.isWide = true
        huge.length = Int.max
        #expect(defect(Self.with([huge, huge])) == .unpacksTooLarge(limit: limit))
    }

    @Test(
        "Archives that show two programs two files are suspicious",
        arguments: [
            (
                "two entries share their bytes",
                zip {
                    $0.entries.append($0.entries[2]); $0.entries[4].name = "word/styles.xml";
                    $0.entries[4].nameInHeader = nil; $0.entries[4].start = 0
                }
            ),
            ("a name twice", with([Entry("word/document.xml")])),
            ("a name twice, in another case", with([Entry("WORD/Document.xml")])),
            ("a path out", with([Entry("../a")])), ("a path out further in", with([Entry("word/../../a")])),
            ("a path from the root", with([Entry("/a")])),
            ("a drive", with([Entry("C:a")])), ("a backslash", with([Entry("word\\a")])),
            ("an empty component", with([Entry("word//a")])),
            ("a control character", with([Entry("a\u{1}")])), ("NUL", with([Entry("a\0.xml")])),
            ("too long a name", with([Entry(String(repeating: "a", count: 513))])),
            ("another name in the entry's own header", changed(2) { $0.nameInHeader = "word/document.XML" }),
            ("another method", changed(2) { $0.method = 12 }),
            ("a document type declaration", typed("<!DOCTYPE a [<!ENTITY b 'c'>]><Types/>")),
            ("types longer than any", typed("<Types>" + String(repeating: " ", count: 2 * 1_048_576) + "</Types>")),
        ] as [(String, [UInt8])])
    func suspicious(what: String, file: [UInt8]) {
        #expect(defect(file) == .suspicious, "\(what)")
    }

    @Test("As long a name as the limit is taken")
    func longestName() {
        #expect(kind(Self.with([Entry(String(repeating: "a", count: 512))])) == .docx)
    }

    @Test(
        "Archives whose parts do not fit are damaged",
        arguments: [
            ("a wrong checksum", changed(0) { $0.checksum = 1 }),
            ("a part longer than said", changed(0) { $0.length = 5 }),
            ("a part shorter than said", changed(0) { $0.length = 5_000 }),
            ("a start beyond the end", changed(2) { $0.start = 1 << 30 }),
            ("a start in the middle", changed(2) { $0.start = 5 }),
            ("the document missing", zip { $0.entries.remove(at: 2) }),
            (
                "stored of another length",
                changed(2) {
                    $0.isDeflated = false; $0.length = 9
                }
            ),
            ("types that are no XML", typed("<Types")), ("an attribute without quotes", typed("<Types a=b/>")),
            ("a reference to nothing", typed("<Types a='&b;'/>")), ("a comment without end", typed("<!-- <Types/>")),
        ] as [(String, [UInt8])])
    func damaged(what: String, file: [UInt8]) {
        #expect(defect(file) == .damaged, "\(what)")
    }

    @Test("A tag may have as many attributes as the limit, and not one more")
    func attributes() {
        for (count, expected) in [(62, nil), (63, DocumentDefect.damaged)] {
            let more = (0..<count).map { " a\($0)=''" }.joined()
            let file = Self.typed(WordPackageSample().types.replacing("<Override", with: "<Override\(more)"))
            #expect(Inspection(file).defect == expected)
        }
    }

    @Test("An encrypted entry is a password")
    func password() {
        #expect(defect(Self.changed(2) { $0.flags = 1 }) == .passwordProtected)
    }

    @Test("Cut off anywhere it is damaged")
    func cut() {
        let file = WordPackageSample().file
        for length in 4..<file.count { #expect(defect(Array(file.prefix(length))) == .damaged, "\(length)") }
    }
}
