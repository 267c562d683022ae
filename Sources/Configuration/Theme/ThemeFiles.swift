import BuiltIn
import Source

/// Where a theme is read from.
enum ThemeFiles {
    /// A folder of the site.
    case folder(String)
    /// The theme that the program holds.
    case builtIn

    /// What stands for the folder in messages.
    var path: String {
        switch self {
        case .folder(let path): path
        case .builtIn: "the built-in theme"
        }
    }

    /// The names that end with `suffix`, sorted.
    func names(suffix: String, noting noted: Noted) -> [String] {
        switch self {
        case .folder(let path): Configuration.names(in: path, suffix: suffix, noting: noted)
        case .builtIn: Self.held.map(\.name).filter { $0.hasSuffix(suffix) }
        }
    }

    /// The bytes of a file; nil, and noted, where it cannot be read or is larger than any theme's.
    func bytes(_ name: String, noting noted: Noted) -> [UInt8]? {
        let most = name.hasSuffix(".mustache") ? 1 << 20 : 4 << 20
        return switch self {
        case .folder(let path): Configuration.bytes("\(path)/\(name)", most: most, noting: noted)
        case .builtIn: Self.held.first { $0.name == name }?.bytes
        }
    }

    private static let held = builtInTheme.map { (name: $0.path, bytes: $0.bytes) }
}

/// The files of the theme that the program holds, by their names.
public let builtInTheme = BuiltIn.site.files(in: "theme").map {
    BuiltInFile(path: String($0.path.dropFirst("theme/".count)), bytes: $0.bytes)
}
