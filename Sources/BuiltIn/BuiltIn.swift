import CBuiltIn

/// A folder of the checkout that this program holds.
public struct BuiltIn: Sendable {
    /// The files, sorted by path.
    public let files: [BuiltInFile]

    /// All of `site/`: the example portal with its theme, texts, pages and sounds.
    public static let site = BuiltIn(pishkhan_site, pishkhan_site_count)

    /// All of `Sources/CBuiltIn/starter/`: what stands in the example's place in a new portal of somebody else.
    public static let starter = BuiltIn(pishkhan_starter, pishkhan_starter_count)

    /// All of `Sources/CBuiltIn/preview/`: the script and style sheet of the preview's own.
    public static let preview = BuiltIn(pishkhan_preview, pishkhan_preview_count)

    /// The web servers' configurations in `cgi-bin/`, as templates.
    public static let servers = BuiltIn(pishkhan_servers, pishkhan_servers_count)

    /// All of `cgi-bin/systemd/`: the units, and the user that they run as.
    public static let units = BuiltIn(pishkhan_units, pishkhan_units_count)

    private init(_ first: UnsafePointer<pishkhan_built_in>?, _ count: Int) {
        files = UnsafeBufferPointer(start: first, count: count).map { file in
            BuiltInFile(
                path: String(cString: file.path),
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
        }
    }

    /// The files in a folder, such as `theme`.
    public func files(in folder: String) -> [BuiltInFile] { files.filter { $0.path.hasPrefix(folder + "/") } }

    /// The file at a path; nil where there is none.
    public subscript(path: String) -> BuiltInFile? { files.first { $0.path == path } }
}
