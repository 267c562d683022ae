/// The files that a preview shows, found by the paths of addresses.
public struct ShownFiles: Sendable {
    /// What is at a path.
    enum Found: Equatable {
        case file(type: String, [UInt8])
        /// A folder, whose address needs a slash at its end.
        case folder
        /// An old path, and where it leads.
        case moved(to: String)
    }

    private let paths: Set<String>
    private let folders: Set<String>
    private let redirects: [String: String]
    private let make: @Sendable (String) throws -> [UInt8]?

    /// - Parameters:
    ///   - paths: below the document root, such as `guide/index.html`. Nothing else is ever asked for.
    ///   - redirects: old paths, each with the path or address that it leads to.
    ///   - make: gives the bytes of one of the files; it is called on any thread.
    public init(
        _ paths: some Sequence<String>, redirects: [String: String] = [:],
        make: @escaping @Sendable (String) throws -> [UInt8]?
    ) {
        self.redirects = redirects
        self.paths = Set(paths)
        folders = Set(
            self.paths.filter { $0.hasSuffix("/index.html") }.map { String($0.dropLast("/index.html".count)) })
        self.make = make
    }

    /// None.
    static let none = ShownFiles([]) { _ in nil }

    /// How many they are.
    public var count: Int { paths.count }

    /// What is at a path that begins with a slash and is decoded; nil for nothing.
    func find(_ path: String) throws -> Found? {
        let name = path.dropFirst() + (path.hasSuffix("/") ? "index.html" : "")
        if let target = redirects[path] { return .moved(to: target) }
        if folders.contains(String(name)) { return .folder }
        guard paths.contains(String(name)), let bytes = try make(String(name)) else { return nil }
        return .file(type: mediaType(of: String(name)), bytes)
    }
}

/// The media type of a file by its name's ending.
func mediaType(of name: String) -> String {
    let ending = name.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
    return switch ending.lowercased() {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "webmanifest": "application/manifest+json"
    case "atom": "application/atom+xml"
    case "xml": "application/xml"
    case "txt": "text/plain; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "ico": "image/vnd.microsoft.icon"
    case "woff2": "font/woff2"
    case "wav": "audio/wav"
    case "pdf": "application/pdf"
    case "doc": "application/msword"
    case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case "odt": "application/vnd.oasis.opendocument.text"
    case "xls": "application/vnd.ms-excel"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "ods": "application/vnd.oasis.opendocument.spreadsheet"
    default: "application/octet-stream"
    }
}
