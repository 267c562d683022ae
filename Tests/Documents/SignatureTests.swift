import Testing

@testable import Documents

@Suite struct SignatureTests {
    /// A stored zip entry with its local header.
    static func zipEntry(_ name: String, data: Int = 3, extra: Int = 0, flags: UInt8 = 0) -> [UInt8] {
        let little = { (number: Int, count: Int) in (0..<count).map { UInt8(number >> (8 * $0) & 0xFF) } }
        let sizes = flags == 0 ? little(data, 4) + little(data, 4) : little(0, 8)
        return [0x50, 0x4B, 3, 4, 20, 0, flags, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes + little(name.utf8.count, 2)
            + little(extra, 2) + Array(name.utf8) + [UInt8](repeating: 7, count: extra + data)
    }

    @Test(
        "Real first bytes name their kind",
        arguments: [
            (Array("%PDF-1.7\n%âãÏÓ".utf8), DocumentKind.pdf), ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46], .jpeg),
            ([0xFF, 0xD8, 0xFF, 0xE1, 0x2A, 0x45, 0x78, 0x69], .jpeg),
            ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], .png), ([0x49, 0x49, 42, 0, 8, 0, 0, 0], .tiff),
            ([0x4D, 0x4D, 0, 42, 0, 0, 0, 8], .tiff), ([0x49, 0x49, 43, 0, 8, 0, 0, 0], .tiff),
            ([0x4D, 0x4D, 0, 43, 0, 8, 0, 0], .tiff), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .doc),
            (zipEntry("[Content_Types].xml") + zipEntry("_rels/.rels"), .docx),
            (zipEntry("word/document.xml", flags: 8), .docx), (zipEntry("_rels/.rels", data: 5000), .docx),
            (zipEntry("docProps/app.xml", extra: 9) + zipEntry("word/document.xml"), .docx),
        ])
    func recognised(bytes: [UInt8], kind: DocumentKind) {
        #expect(DocumentKind(signature: bytes) == kind)
    }

    @Test(
        "Other files have no kind",
        arguments: [
            [], [0x25], Array("<html>".utf8), Array("GIF89a".utf8), [0xFF, 0xD8], [0x49, 0x49, 42], [0x89, 0x50, 0x4E],
            [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), Array("PDF-1.7".utf8),
            Array("MZ".utf8) + Array("%PDF-1.4".utf8), Array("<html>%PDF-1.4".utf8), Array("%PDF-x".utf8),
        ] as [[UInt8]])
    func unknown(bytes: [UInt8]) {
        #expect(DocumentKind(signature: bytes) == nil)
    }

    @Test("A PDF's header may begin late, but must end within the first 1024 bytes")
    func latePDF() {
        let header = Array("%PDF-1.4".utf8)
        #expect(DocumentKind.signatureLength == 1024)
        for (spaces, kind) in [(1018, DocumentKind.pdf), (1019, nil)] as [(Int, DocumentKind?)] {
            let file = [UInt8](repeating: 32, count: spaces) + header
            #expect(DocumentKind(signature: Array(file.prefix(DocumentKind.signatureLength))) == kind)
        }
    }

    @Test("No start of a file, however it is cut or changed, stops the reader")
    func hostile() {
        let whole = Self.zipEntry("[Content_Types].xml") + Self.zipEntry("word/document.xml", extra: 3)
        for length in whole.indices { _ = DocumentKind(signature: Array(whole.prefix(length))) }
        for place in whole.indices {
            var changed = whole
            changed[place] = 0xFF
            _ = DocumentKind(signature: changed)
        }
        #expect(DocumentKind(signature: whole) == .docx)
    }
}
