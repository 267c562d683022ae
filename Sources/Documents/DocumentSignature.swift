extension DocumentKind {
    /// How many of a file's first bytes `init(signature:)` gets, at most.
    static let signatureLength = 1024

    /// What a file says it is in its first bytes; nil where it is none of the kinds.
    ///
    /// This is a claim, not a proof: every compound file is a `doc` here, and every zip file a `docx`.
    /// `init(inspecting:limits:)` looks further.
    init?(signature head: [UInt8]) {
        // PDF comes last: its signature may follow other bytes, the others' must not.
        if JPEGReader.recognises(head) {
            self = .jpeg
        } else if PNGReader.recognises(head) {
            self = .png
        } else if TIFFReader.recognises(head) {
            self = .tiff
        } else if CompoundFile.recognises(head) {
            self = .doc
        } else if ZipDirectory.recognises(head) {
            self = .docx
        } else if PDFReader.recognises(head) {
            self = .pdf
        } else {
            return nil
        }
    }
}
