extension DocumentKind {
    /// How many of a file's first bytes `init(signature:)` looks at, at most.
    public static let signatureLength = 1024

    /// What a file says it is in its first bytes; nil where it is none of the kinds.
    ///
    /// Looks at `signatureLength` bytes at most; a shorter file is given whole. This is a claim, not a proof: whether
    /// the rest of the file keeps it is for the kind's own reader to find out.
    public init?(signature: some Collection<UInt8>) {
        let head = Array(signature.prefix(Self.signatureLength))
        // PDF comes last: its signature may follow other bytes, the others' must not.
        if JPEGReader.recognises(head) {
            self = .jpeg
        } else if PNGReader.recognises(head) {
            self = .png
        } else if TIFFReader.recognises(head) {
            self = .tiff
        } else if CompoundFileReader.recognises(head) {
            self = .doc
        } else if ZipReader.recognises(head) {
            // Never a PDF, even with a PDF's signature further on: such a file shows two faces to two programs.
            guard ZipReader.holdsWordDocument(head) else { return nil }
            self = .docx
        } else if PDFReader.recognises(head) {
            self = .pdf
        } else {
            return nil
        }
    }
}
