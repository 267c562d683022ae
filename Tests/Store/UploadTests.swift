import Desk
import Documents
import Foundation
import Secrets
import Testing

@testable import Store

private func upload(
    _ desk: TestDesk, _ bytes: [UInt8], name: String = "a.pdf", limit: Int = 400, field: String = "letter"
) throws -> IncomingDocument {
    var upload = try desk.store.receive(field: field, fileName: name, limit: limit)
    for byte in bytes { try withUnsafeBytes(of: byte) { try upload.write($0) } }
    try upload.finish()
    return upload
}

private let pdf = Array(TestDesk.pdf.utf8)

@Test(
    "What is taken and what is not",
    arguments: [
        ("nothing", 0, "a.pdf", DocumentFault.empty(name: "a.pdf") as DocumentFault?),
        ("as many bytes as the limit", 400, "a.pdf", nil),
        ("one more", 401, "a.pdf", .tooLarge(name: "a.pdf", limit: 400)),
        ("another type's name", 300, "a.docx", .extensionDisagrees(name: "a.docx")),
        ("no extension", 300, "letter", nil), ("a path", 300, "../../etc/a.pdf", nil),
    ])
func kinds(what: String, size: Int, name: String, fault: DocumentFault?) throws {
    let desk = try TestDesk()
    var document = try upload(desk, Array((pdf + [UInt8](repeating: 0x20, count: 400)).prefix(size)), name: name)
    defer { document.discard() }
    #expect(document.bytes == size)
    if let fault {
        #expect(throws: DocumentFailure(fault), "\(what)") { try document.kind() }
    } else {
        #expect(try document.kind() == .pdf, "\(what)")
    }
    #expect(!document.name.contains("/"))
}

@Test("A file of no known type is refused, and a file beyond the limit takes no more of the disk than the limit")
func unknownAndHuge() throws {
    let desk = try TestDesk()
    #expect(throws: DocumentFailure(.defect(.unknownType, name: "a.pdf"))) {
        try upload(desk, Array("MZ program".utf8)).kind()
    }
    var huge = try desk.store.receive(field: "letter", fileName: "a.pdf", limit: 1_000)
    let chunk = [UInt8](repeating: 0x25, count: 400)
    for _ in 0..<100 { try chunk.withUnsafeBytes { try huge.write($0) } }
    try huge.finish()
    #expect(huge.bytes == 40_000)
    let sizes = try FileManager.default.contentsOfDirectory(atPath: desk.home.data.incoming).map { name in
        let path = desk.home.data.incoming + "/" + name
        return try #require(FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    }
    #expect(sizes.allSatisfy { $0 <= 1_000 }, "\(sizes)")
    huge.discard()
    #expect(throws: DocumentFailure(.tooLarge(name: "a.pdf", limit: 1_000))) { try huge.kind() }
}

@Test("A letter with one document that is not taken is no letter: no row, no event, no message")
func badAttachment() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    var uploads = [try upload(desk, pdf), try upload(desk, [], name: "b.pdf", field: "attachment")]
    #expect(throws: DocumentFailure(.empty(name: "b.pdf"))) {
        try desk.store.register(
            LetterDraft(sender: "x", senderKind: .person, unit: "a", subject: "x"),
            to: Unit(id: "a", title: "A", takesLetters: true, isOpen: true),
            from: applicant, uploads: &uploads, submission: .random(), language: "fa", now: 1
        ) { _ in desk.message(.registered, applicant.mobile) }
    }
    for table in ["letter", "document", "event", "outbox"] { #expect(try desk.count(table) == 0, "\(table)") }
}

@Test("The stored hash is that of the bytes, in whatever pieces they came")
func hashes() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let bytes = Array(pdf.prefix(9)) + (0..<3_000).map { UInt8($0 & 0xff) } + Array(pdf.dropFirst(9))
    var uploads = [try upload(desk, bytes, limit: 10_000)]
    let letter = try desk.store.register(
        LetterDraft(sender: "x", senderKind: .person, unit: "a", subject: "x"),
        to: Unit(id: "a", title: "A", takesLetters: true, isOpen: true),
        from: applicant, uploads: &uploads, submission: .random(), language: "fa", now: 1
    ) { _ in desk.message(.registered, applicant.mobile) }
    #expect(try desk.store.database.first("SELECT hash FROM document") { $0.bytes(0) } == ContentHash.of(bytes))
    let document = try #require(try desk.store.documents(of: letter).first)
    #expect(
        (document.number, document.role, document.kind, document.name, document.bytes) == (
            1, .letter, .pdf, "a.pdf", bytes.count
        ))
    #expect(FileManager.default.contents(atPath: desk.home.data.documents + "/" + document.path) == Data(bytes))
    uploads[0].discard()
    #expect(
        FileManager.default.fileExists(atPath: desk.home.data.documents + "/" + document.path),
        "what was kept is not thrown away")
}

@Test("An upload that is thrown away leaves no file")
func discarded() throws {
    let desk = try TestDesk()
    var document = try upload(desk, pdf)
    document.discard()
    document.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.home.data.incoming).isEmpty)
}

@Test("A file is judged by its structure, and by the limits that came with it")
func structure() throws {
    let desk = try TestDesk()
    let encrypted = Array(TestDesk.pdf.replacing("/Size 2", with: "/Encrypt 1 0 R").utf8)
    #expect(throws: DocumentFailure(.defect(.passwordProtected, name: "a.pdf"))) { try upload(desk, encrypted).kind() }
    #expect(throws: DocumentFailure(.defect(.damaged, name: "a.pdf"))) {
        try upload(desk, Array(pdf.dropLast(3))).kind()
    }
    // A JPEG of 10 × 10 pixels: start, frame, scan, end.
    let photograph: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 10, 0, 10, 1, 1, 0x11, 0] + [0xFF, 0xDA, 0, 2, 5, 0xFF, 0xD9]
    for (pixels, fault) in [(100, nil), (99, .defect(.tooManyPixels(limit: 99), name: "a.jpg"))]
        as [(Int, DocumentFault?)]
    {
        var limits = DocumentLimits()
        limits.pixels = pixels
        var document = try desk.store.receive(field: "letter", fileName: "a.jpg", limit: 1_000, documentLimits: limits)
        try photograph.withUnsafeBytes { try document.write($0) }
        try document.finish()
        do {
            #expect(try document.kind() == .jpeg && fault == nil)
        } catch {
            #expect(error.fault == fault)
        }
        document.discard()
    }
}

@Test("An upload that was never finished is no document")
func unfinished() throws {
    let desk = try TestDesk()
    var document = try desk.store.receive(field: "letter", fileName: "a.pdf", limit: 1_000)
    try pdf.withUnsafeBytes { try document.write($0) }
    #expect(throws: DocumentFailure.self) { try document.kind() }
    document.discard()
}
