/// The file types that a letter, an attachment or a reply may have.
public enum DocumentKind: String, CaseIterable, Sendable {
    /// Portable Document Format (ISO 32000).
    case pdf
    /// A photograph (ITU-T T.81).
    case jpeg
    /// Portable Network Graphics (ISO/IEC 15948).
    case png
    /// A scan (TIFF 6.0, BigTIFF too).
    case tiff
    /// Microsoft Word 97–2003.
    case doc
    /// Microsoft Word 2007 and later (ISO/IEC 29500).
    case docx

    /// The registered media type.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .tiff: "image/tiff"
        case .doc: "application/msword"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
    }

    /// The extensions that a name of this kind may have, lower-case, without the dot; the usual one first.
    public var extensions: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .png: ["png"]
        case .tiff: ["tif", "tiff"]
        case .doc: ["doc"]
        case .docx: ["docx"]
        }
    }

    /// The extension that a stored or downloaded file gets, without the dot.
    public var fileExtension: String {
        self == .jpeg ? "jpg" : rawValue
    }

    /// The value of an HTML file input's `accept` attribute for all kinds.
    ///
    /// Extensions first, as some browsers know no media type for Word; the media type of JPEG makes a telephone
    /// convert its own formats.
    public static let accept: String = {
        let extensions = allCases.flatMap(\.extensions).map { "." + $0 }
        return (extensions + allCases.map(\.mediaType)).joined(separator: ",")
    }()
}
