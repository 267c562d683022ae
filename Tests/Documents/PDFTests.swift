import Documents
import Testing

@Suite struct PDFTests {
    @Test(
        "PDF files as programs write them",
        arguments: [
            ("with a table", PDFSample.table()), ("with a stream", PDFSample.stream()),
            ("after a printer's commands", PDFSample.table(before: "\u{1B}%-12345X@PJL JOB\n")),
            ("after a byte-order mark", PDFSample.table(before: "\u{FEFF}")),
            ("with a wrong offset", PDFSample.table(offset: 9_999)),
            ("with an offset a little wrong", PDFSample.table(offset: 30)),
            ("with an offset from the file's first byte", PDFSample.table(before: "junk\n", offset: 64)),
            ("without a line end at the end", PDFSample.table(after: "")),
            ("with a long padding", PDFSample.table(after: String(repeating: "\0", count: 70_000))),
            (
                "with 1,000 bytes of junk at the end",
                PDFSample.table(after: "\n" + String(repeating: "j", count: 1_000))
            ),
            ("whose metadata are not encrypted", PDFSample.table(trailer: "/Root 1 0 R/EncryptMetadata false")),
            (
                "with a stream's dictionary in another order",
                PDFSample.stream(dictionary: "/Length 3/Root 1 0 R/Type/XRef")
            ),
            (
                "with a second version",
                PDFSample.table() + Array("trailer\n<</Root 1 0 R/Prev 57>>\nstartxref\n57\n%%EOF\n".utf8)
            ),
        ] as [(String, [UInt8])])
    func right(what: String, file: [UInt8]) {
        #expect(Inspection(file).verdict == .success(.pdf), "\(what)")
    }

    @Test(
        "PDF files that are refused",
        arguments: [
            ("nothing after the header", Bytes.text("%PDF-1.7\n"), DocumentDefect.damaged),
            ("no end mark", Array(PDFSample.table().dropLast(3)), .damaged),
            (
                "more junk at the end than is searched", PDFSample.table(after: String(repeating: "j", count: 1_030)),
                .damaged
            ),
            ("an offset of 0, as in the first part of a linearised file", PDFSample.table(offset: 0), .damaged),
            ("no root", PDFSample.table(trailer: "/Size 2"), .damaged),
            ("another key", PDFSample.table(trailer: "/RootX 1 0 R"), .damaged),
            ("no root in the stream", PDFSample.stream(dictionary: "/Type/XRef/Size 2"), .damaged),
            ("an offset that is no number", Bytes.text("%PDF-1.7\nstartxref\nx\n%%EOF"), .damaged),
            ("an offset of 16 digits", Bytes.text("%PDF-1.7\nstartxref\n9999999999999999\n%%EOF"), .damaged),
            ("encrypted", PDFSample.table(trailer: "/Root 1 0 R/Encrypt 5 0 R"), .passwordProtected),
            (
                "encrypted, in a stream", PDFSample.stream(dictionary: "/Type/XRef/Encrypt<<>>/Root 1 0 R"),
                .passwordProtected
            ),
            (
                "encrypted, at a wrong offset", PDFSample.table(trailer: "/Encrypt 5 0 R/Root 1 0 R", offset: 9_999),
                .passwordProtected
            ),
            ("after markup", PDFSample.table(before: "<script>"), .unknownType),
            ("after a comment", PDFSample.table(before: "<!--"), .unknownType),
            ("after a program's head", PDFSample.table(before: "MZ"), .unknownType),
            ("as a script", PDFSample.table(before: "#!/bin/sh\n"), .unknownType),
            ("header after 1,024 bytes", PDFSample.table(before: String(repeating: " ", count: 1_024)), .unknownType),
        ])
    func wrong(what: String, file: [UInt8], expected: DocumentDefect) {
        #expect(defect(file) == expected, "\(what)")
    }

    @Test("Cut off anywhere it is damaged", arguments: [PDFSample.table(), PDFSample.stream()])
    func cut(file: [UInt8]) {
        for length in 6..<file.count - 1 {
            #expect(kind(Array(file.prefix(length))) == nil, "\(length)")
        }
    }

    @Test(
        "An archive behind a PDF is suspicious, even within the junk that is forgiven, and so is a PDF in an archive's comment"
    )
    func archives() {
        let archive = ZipSample(entries: [.init("a")]).file
        #expect(defect(PDFSample.table() + archive) == .suspicious)
        #expect(defect(ZipSample(entries: [.init("a")], comment: PDFSample.table()).file) == .unknownType)
    }
}
