import Desk
import Documents
import Foundation
import Secrets
import Testing

@testable import Store

private func upload(
    _ desk: TestDesk, _ bytes: [UInt8], name: String = "a.pdf", limit: Int = 100, field: String = "letter"
) throws -> IncomingDocument {
    var upload = try desk.store.receive(field: field, fileName: name, limit: limit)
    for byte in bytes { try withUnsafeBytes(of: byte) { try upload.write($0) } }
    try upload.finish()
    return upload
}

private let pdf = Array("%PDF-1.4 ".utf8)

@Test(
    "What is taken and what is not",
    arguments: [
        ("nothing", 0, "a.pdf", DocumentFault.empty(name: "a.pdf") as DocumentFault?),
        ("as many bytes as the limit", 100, "a.pdf", nil),
        ("one more", 101, "a.pdf", .tooLarge(name: "a.pdf", limit: 100)),
        ("another type's name", 50, "a.docx", .extensionDisagrees(name: "a.docx")),
        ("no extension", 50, "letter", nil), ("a path", 50, "../../etc/a.pdf", nil),
    ])
func kinds(what: String, size: Int, name: String, fault: DocumentFault?) throws {
    let desk = try TestDesk()
    var document = try upload(desk, Array((pdf + [UInt8](repeating: 0x20, count: 100)).prefix(size)), name: name)
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
    #expect(throws: DocumentFailure(.unknownType(name: "a.pdf"))) { try upload(desk, Array("MZ program".utf8)).kind() }
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
    let bytes = pdf + (0..<3_000).map { UInt8($0 & 0xff) }
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
