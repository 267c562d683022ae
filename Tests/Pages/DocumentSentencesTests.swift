import Desk
import Documents
import Portal
import Testing

@testable import Pages

/// Each fault of a file with the key of its sentence, and what the sentence says of it.
private let sentences: [(DocumentFault, String)] = [
    (.empty(name: "a.pdf"), "faultFileEmpty a.pdf"),
    (.tooLarge(name: "a.pdf", limit: 20_971_520), "faultFileTooLarge a.pdf megabytes 20"),
    (.extensionDisagrees(name: "a.pdf"), "faultFileExtension a.pdf"), (.tooMany(limit: 5), "faultTooManyFiles 5"),
    (.malware(name: "a.pdf"), "faultMalware a.pdf"),
    (.defect(.unknownType, name: "a.pdf"), "faultFileType a.pdf PDF, JPG, DOC, DOCX, PNG, TIFF"),
    (.defect(.damaged, name: "a.pdf"), "faultFileDamaged a.pdf"),
    (.defect(.passwordProtected, name: "a.pdf"), "faultFilePassword a.pdf"),
    (.defect(.macros, name: "a.pdf"), "faultFileMacros a.pdf"),
    (.defect(.externalContent, name: "a.pdf"), "faultFileExternal a.pdf"),
    (.defect(.tooManyPixels(limit: 100_000_000), name: "a.pdf"), "faultFilePixels 100 a.pdf"),
    (.defect(.tooManyPixels(limit: 1_560_000), name: "a.pdf"), "faultFilePixels 1.5 a.pdf"),
    (.defect(.tooManyParts(limit: 2_000), name: "a.pdf"), "faultFileParts 2000 a.pdf"),
    (.defect(.unpacksTooLarge(limit: 209_715_200), name: "a.pdf"), "faultFileUnpacked a.pdf megabytes 200"),
    (.defect(.suspicious, name: "a.pdf"), "faultFileSuspicious a.pdf"),
]

@Test("Several files with faults have a line each beside their field")
func severalSentences() {
    let errors = [("letter", "1"), ("attachment", "2"), ("attachment", "3")]
    let pages = EveryPage(.english).pages
    #expect(pages.sentence(of: "attachment", in: errors) == "2\n3")
    #expect(pages.sentence(of: "sender", in: errors) == nil)
}

@Test("Each fault of a file has a sentence of its own, with its facts", arguments: sentences)
func documentSentences(fault: DocumentFault, sentence: String) {
    let pages = EveryPage(.english, words: { key in key.name + key.placeholders.sorted().map { " {\($0)}" }.joined() })
        .pages
    #expect(
        pages.sentence(.document(fault), label: .letterFileLabel, isFile: true)
            == sentence.replacing("a.pdf", with: "\u{2066}a.pdf\u{2069}"))
}
