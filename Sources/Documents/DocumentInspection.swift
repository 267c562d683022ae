extension DocumentKind {
    /// What kind of document a file is, after a look at its structure.
    ///
    /// Nothing is unpacked but the few small parts of a package that name the others, and no pixel is decoded. Time and
    /// memory are bounded whatever the file holds, as `DocumentBytes` says.
    public init(inspecting bytes: DocumentBytes, limits: DocumentLimits) throws(DocumentDefect) {
        let head = try bytes.copy(at: 0, count: min(bytes.count, Self.signatureLength))
        guard let claimed = DocumentKind(signature: head) else { throw .unknownType }
        switch claimed {
        case .pdf: try PDFReader.check(bytes)
        case .jpeg: try JPEGReader.check(bytes, limits: limits)
        case .png: try PNGReader.check(bytes, limits: limits)
        case .tiff: try TIFFReader.check(bytes, limits: limits)
        case .doc: try WordBinary.check(bytes, limits: limits)
        case .docx: try WordPackage.check(bytes, limits: limits)
        }
        // A package ends like that too; every other kind with an archive behind it shows two faces to two programs.
        if claimed != .docx, try ZipEnd.isAtEnd(of: bytes) { throw .suspicious }
        self = claimed
    }
}
