import Documents
import Foundation
import Testing

/// Files that real programs wrote; `real/README` says which.
private func real(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("real")
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
}

private let taken: [(name: String, kind: DocumentKind, padding: Int)] = [
    ("ghostscript.pdf", .pdf, 1), ("qpdf-linearised.pdf", .pdf, 1), ("cairo.pdf", .pdf, 1), ("tiff2pdf.pdf", .pdf, 1),
    ("imagemagick.jpg", .jpeg, 0), ("progressive.jpg", .jpeg, 0), ("interlaced.png", .png, 0), ("netpbm.png", .png, 0),
    ("big.tif", .tiff, 0), ("group4.tif", .tiff, 0), ("three-pages.tif", .tiff, 0),
    // The last sectors are the end of a stream and free ones.
    ("libreoffice.doc", .doc, 1_024), ("libreoffice.docx", .docx, 0),
]

@Suite struct RealFileTests {
    @Test("What real programs write is taken, at little cost", arguments: taken)
    func whole(name: String, kind: DocumentKind, padding: Int) throws {
        let inspection = Inspection(try real(name))
        #expect(inspection.verdict == .success(kind))
        #expect(inspection.reads < 8)
    }

    @Test("Cut off anywhere, it is taken no more", arguments: taken)
    func cut(name: String, kind: DocumentKind, padding: Int) throws {
        let file = try real(name)
        for length in 0..<file.count - padding {
            let defect = Inspection(Array(file.prefix(length))).defect
            #expect(defect == .damaged || (defect == .unknownType && length < 1_100), "\(length) of \(file.count)")
        }
    }

    @Test("With any byte changed it is read to an end, within the bounds of work", arguments: taken)
    func changed(name: String, kind: DocumentKind, padding: Int) throws {
        let file = try real(name)
        // Every byte of the small ones; the fuzzer has more time.
        for place in stride(from: 0, to: file.count, by: 1 + file.count / 800) {
            let inspection = Inspection(file.replacing(at: place, with: [~file[place]]))
            #expect(inspection.work <= inspection.workLimit)
        }
    }

    @Test("A password is found", arguments: ["qpdf-password.pdf", "msoffcrypto.docx"])
    func password(name: String) throws {
        #expect(defect(try real(name)) == .passwordProtected)
    }

    @Test("An archive behind it makes it suspicious", arguments: taken.filter { $0.kind != .docx })
    func archive(name: String, kind: DocumentKind, padding: Int) throws {
        #expect(defect(try real(name) + ZipSample(entries: [.init("evil.exe")]).file) == .suspicious)
    }

    @Test("Only a PDF may have something else in front", arguments: taken)
    func inFront(name: String, kind: DocumentKind, padding: Int) throws {
        #expect(defect(Array("۰۹۱۲".utf8) + (try real(name))) == (kind == .pdf ? nil : .unknownType))
    }
}
