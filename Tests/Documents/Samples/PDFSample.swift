/// PDF files put together by hand.
enum PDFSample {
    static let catalog = "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"

    /// A file with a cross-reference table.
    ///
    /// - Parameters:
    ///   - before: what stands before the header.
    ///   - trailer: entries of the trailer.
    ///   - offset: where the table is said to be; nil for where it is, counted from the header.
    static func table(
        before: String = "", trailer: String = "/Root 1 0 R/Size 2", offset: Int? = nil, after: String = "\n"
    ) -> [UInt8] {
        let body = "%PDF-1.7\n" + catalog
        let place = offset ?? body.utf8.count
        return Bytes.text(
            "\(before)\(body)xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<<\(trailer)>>\nstartxref\n\(place)\n%%EOF\(after)"
        )
    }

    /// A file with a cross-reference stream.
    static func stream(dictionary: String = "/Type/XRef/Root 1 0 R/Size 2/W[1 2 1]/Length 3") -> [UInt8] {
        let body = "%PDF-1.7\n" + catalog
        return Bytes.text(
            "\(body)7 0 obj\n<<\(dictionary)>>\nstream\nabc\nendstream\nendobj\nstartxref\n\(body.utf8.count)\n%%EOF\n")
    }

    /// Where a text stands first.
    static func place(of text: String, in file: [UInt8]) -> Int {
        let text = Array(text.utf8)
        return file.indices.first { file[$0...].starts(with: text) } ?? -1
    }
}
