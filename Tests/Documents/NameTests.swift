import Documents
import Testing

@Suite struct NameTests {
    @Test(
        "A client's name becomes plain text",
        arguments: [
            ("letter.pdf", "letter.pdf"), ("C:\\fakepath\\نامه.pdf", "نامه.pdf"), ("../../etc/passwd", "passwd"),
            ("a/b\\c.png", "c.png"), ("", "document"), ("..", "document"), ("/", "document"), (" . ", "document"),
            ("a\u{0}b\r\n.pdf", "ab.pdf"), ("x\u{202E}fdp.exe", "xfdp.exe"), ("\u{2067}a\u{2069}.doc", "a.doc"),
            ("evil.exe. .", "evil.exe"), ("می\u{200C}روم.jpg", "می\u{200C}روم.jpg"), ("folder/", "folder"),
            ("a\u{2028}b", "ab"), (".htaccess", "htaccess"),
        ])
    func names(raw: String, expected: String) {
        #expect(documentName(raw) == expected)
    }

    @Test("A name is cut at its limit and keeps its extension")
    func length() {
        #expect(documentName(String(repeating: "ن", count: 116) + ".pdf").unicodeScalars.count == 120)
        #expect(
            documentName(String(repeating: "ن", count: 117) + ".pdf") == String(repeating: "ن", count: 116) + ".pdf")
        #expect(documentName(String(repeating: "a", count: 5000)).count == documentNameLimit)
        #expect(documentName("e" + String(repeating: "\u{301}", count: 5000) + ".pdf") == "document.pdf")
    }

    @Test(
        "A name agrees with its kind by its extension",
        arguments: [
            ("a.pdf", DocumentKind.pdf, true), ("a.PDF", .pdf, true), ("a.JPEG", .jpeg, true), ("a.tif", .tiff, true),
            ("a.pdf.exe", .pdf, false), ("a.exe.pdf", .pdf, true), ("a.doc", .docx, false), ("a.docx", .doc, false),
            ("نامه", .pdf, true), ("نامه.1405.09", .pdf, true), ("a.pdf.", .pdf, true), ("a.exe.", .pdf, false),
            ("a.\u{202E}exe", .pdf, false), ("a.p\u{0}df", .pdf, true), ("", .png, true),
        ])
    func agreement(name: String, kind: DocumentKind, agrees: Bool) {
        #expect(kind.agrees(withFileName: name) == agrees)
    }

    @Test("The usual extension is accepted, and the form's list names every extension and media type")
    func accept() {
        let listed = DocumentKind.accept.split(separator: ",").map(String.init)
        for kind in DocumentKind.allCases {
            #expect(kind.extensions.contains(kind.fileExtension))
            #expect(listed.contains(kind.mediaType))
            for name in kind.extensions { #expect(listed.contains("." + name)) }
        }
    }
}
