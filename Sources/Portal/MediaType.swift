/// What a published file is, by its name's ending.
public struct MediaType: Sendable {
    /// The ending, without its dot.
    public let ending: String
    /// As `Content-Type` has it.
    public let name: String
    /// Whether servers should have it compressed too: pictures, fonts and documents are compressed in themselves.
    public let isText: Bool

    private init(_ ending: String, _ name: String, isText: Bool = false) {
        self.ending = ending
        self.name = name
        self.isText = isText
    }

    /// What everything else is.
    public static let unknown = "application/octet-stream"

    /// Everything that a release can hold.
    public static let all = [
        MediaType("html", "text/html; charset=utf-8", isText: true),
        MediaType("css", "text/css; charset=utf-8", isText: true),
        MediaType("js", "text/javascript; charset=utf-8", isText: true),
        MediaType("json", "application/json", isText: true),
        MediaType("webmanifest", "application/manifest+json", isText: true),
        MediaType("atom", "application/atom+xml", isText: true),
        MediaType("xml", "application/xml", isText: true),
        MediaType("txt", "text/plain; charset=utf-8", isText: true),
        MediaType("svg", "image/svg+xml", isText: true),
        MediaType("png", "image/png"),
        MediaType("jpg", "image/jpeg"),
        MediaType("jpeg", "image/jpeg"),
        MediaType("webp", "image/webp"),
        MediaType("ico", "image/vnd.microsoft.icon"),
        MediaType("woff2", "font/woff2"),
        MediaType("wav", "audio/wav"),
        MediaType("pdf", "application/pdf"),
        MediaType("doc", "application/msword"),
        MediaType("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        MediaType("odt", "application/vnd.oasis.opendocument.text"),
        MediaType("xls", "application/vnd.ms-excel"),
        MediaType("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        MediaType("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ]

    /// The type of a file; nil for an ending that no release holds.
    public static func of(_ path: String) -> MediaType? {
        let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
        return all.first { $0.ending == ending }
    }
}
