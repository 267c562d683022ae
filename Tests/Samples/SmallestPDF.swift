/// The smallest PDF that is one; `note` makes it another one, as a comment.
public func smallestPDF(note: String = "") -> String {
    let body = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + (note.isEmpty ? "" : "% \(note)\n")
    return body + """
        xref
        0 2
        0000000000 65535 f\u{20}
        0000000009 00000 n\u{20}
        trailer<</Root 1 0 R/Size 2>>
        startxref
        \(body.utf8.count)
        %%EOF
        """
}
