import Documents
import Glibc

/// Several photographs of the pages of one letter become one document.
extension Store {
    /// Writes a PDF document with a page for each of some uploads, in their order, beside them; they stay as they are, and are
    /// the caller's to discard.
    ///
    /// The document is an upload like any other: hashed as it is written, judged by our own reader, durable when it is kept.
    ///
    /// - Parameters:
    ///   - photographs: JPEG and PNG files, complete, whose kinds have been checked.
    ///   - name: the document's.
    ///   - limit: the most bytes of the document.
    ///   - floor: bytes of free space that it must leave on the disk.
    /// - Throws: `DocumentFailure` for a photograph that cannot be a page, `StoreFault` and `UploadRefusal.storageLow`.
    public func join(
        _ photographs: [IncomingDocument], name: String, limit: Int, floor: Int = 0,
        documentLimits: DocumentLimits = DocumentLimits()
    ) throws -> IncomingDocument {
        let pages = try photographs.map { upload in
            let bytes = upload.content
            do throws(DocumentDefect) {
                guard let kind = try? upload.kind(), let photograph = try Photograph(reading: bytes, kind: kind) else {
                    throw DocumentDefect.unknownType
                }
                return (photograph: photograph, bytes: bytes)
            } catch {
                throw DocumentFailure(.cannotBePage(name: upload.name))
            }
        }
        let field = photographs.first?.field ?? ""
        var document = try receive(
            field: field, fileName: name, limit: limit, floor: floor, documentLimits: documentLimits)
        document.photographs = pages.count
        do {
            try PhotographDocument.write(pages) { try document.write($0) }
        } catch {
            document.discard()
            throw error
        }
        try document.finish()
        return document
    }
}
