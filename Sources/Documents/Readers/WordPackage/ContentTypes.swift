/// What `[Content_Types].xml` says of a package's parts (ISO/IEC 29500-2, 6.2.3.2).
struct ContentTypes {
    /// Whether a part is a Word document's main one.
    private(set) var isDocument = false
    /// The name of that part, where it is named; a type may also be given to all names with an extension.
    private(set) var documentPart: String?
    /// Whether a part holds programs, or the document is of the kind that may.
    private(set) var hasMacros = false

    private static let document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

    init(reading part: [UInt8]) throws(DocumentDefect) {
        var tags = try StartTags(part)
        while let tag = try tags.next() {
            guard tag.name == "Override" || tag.name == "Default", let type = tag["ContentType"]?.lowercased() else {
                continue
            }
            if type == Self.document {
                isDocument = true
                // Names begin with a slash here, and without one in the archive.
                documentPart = tag["PartName"].map { String($0.drop { $0 == "/" }) } ?? documentPart
            }
            // A Default for "bin" may name the type without such a part being there: some programs write it always.
            if tag.name == "Override", type == "application/vnd.ms-office.vbaproject" { hasMacros = true }
            if type.hasSuffix("macroenabled.main+xml") || type.hasSuffix("macroenabledtemplate.main+xml") {
                hasMacros = true
            }
        }
    }
}
