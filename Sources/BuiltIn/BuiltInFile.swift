import CBuiltIn

/// A file of `site/` as it was when this program was built: what a new portal starts from.
public struct BuiltInFile: Sendable {
    /// The path below `site/`, such as `pages/fa/home.md`.
    public let path: String
    /// What is in it.
    public let bytes: [UInt8]

    /// All of them, sorted by path.
    public static let all: [BuiltInFile] = UnsafeBufferPointer(
        start: pishkhan_built_in_files, count: pishkhan_built_in_count
    ).map {
        BuiltInFile(
            path: String(cString: $0.path), bytes: Array(UnsafeBufferPointer(start: $0.bytes, count: $0.count)))
    }

    /// Those in a folder, such as `theme`, sorted by path.
    public static func all(in folder: String) -> [BuiltInFile] { all.filter { $0.path.hasPrefix(folder + "/") } }

    /// The file at a path below `site/`; nil where there is none.
    public static func at(_ path: String) -> BuiltInFile? { all.first { $0.path == path } }

    /// The bytes as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it is a program: it begins with `#!`.
    public var isProgram: Bool { bytes.starts(with: "#!".utf8) }
}
