import Desk
import Documents
import Foundation
import Secrets
import Testing

@testable import Store

/// The smallest thing that our reader takes for a JPEG photograph.
private let jpeg: [UInt8] =
    [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 3, 0, 4, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xFF,
        0xD9,
    ]

private func photographs(_ desk: TestDesk, _ count: Int) throws -> [IncomingDocument] {
    try (0..<count).map { number in
        var upload = try desk.store.receive(field: "letter", fileName: "\(number).jpg", limit: 1_000)
        try jpeg.withUnsafeBytes { try upload.write($0) }
        try upload.finish()
        return upload
    }
}

@Test("Joined photographs are one document, hashed as it stands on disk, with its row; their own files go")
func joined() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    var sources = try photographs(desk, 3)
    var uploads = [try desk.store.join(sources, name: "joined.pdf", limit: 10_000)]
    #expect(try uploads[0].kind() == .pdf)
    for index in sources.indices { sources[index].discard() }
    let letter = try desk.store.register(
        LetterDraft(sender: "زهرا", senderKind: .person, unit: "health", subject: "موضوع"),
        to: Unit(id: "health", title: "واحد", takesLetters: true, isOpen: true), from: applicant, uploads: &uploads,
        submission: .random(), language: "fa", now: 1_000
    ) { letter in desk.message(.registered, letter.applicant.mobile) }
    let document = try #require(try desk.store.documents(of: letter).first)
    #expect((document.photographs, document.name, document.kind, document.role) == (3, "joined.pdf", .pdf, .letter))
    let bytes = try #require(FileManager.default.contents(atPath: desk.home.data.documents + "/" + document.path))
    #expect(bytes.count == document.bytes)
    let hash = try desk.store.database.first("SELECT hash FROM document") { $0.bytes(0) }
    #expect(hash == ContentHash.of(Array(bytes)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.home.data.incoming) == [])
    #expect(try desk.store.documents(of: desk.register(from: applicant)).map(\.photographs) == [0, 0])
}

@Test("Joined photographs may have as many bytes as one file, and not one more")
func joinedLimit() throws {
    let desk = try TestDesk()
    let sources = try photographs(desk, 2)
    let size = try desk.store.join(sources, name: "x.pdf", limit: 10_000).bytes
    #expect(try desk.store.join(sources, name: "x.pdf", limit: size).kind() == .pdf)
    #expect(throws: DocumentFailure(.tooLarge(name: "x.pdf", limit: size - 1))) {
        try desk.store.join(sources, name: "x.pdf", limit: size - 1).kind()
    }
}

@Test("A file that cannot be a page is named, and nothing is left of the document")
func cannotBePage() throws {
    let desk = try TestDesk()
    let sources = try photographs(desk, 1) + [try desk.upload("letter")]
    #expect(throws: DocumentFailure(.cannotBePage(name: "letter.pdf"))) {
        try desk.store.join(sources, name: "x.pdf", limit: 10_000)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.home.data.incoming).count == 2)
}
