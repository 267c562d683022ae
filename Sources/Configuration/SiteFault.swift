import JSON5

/// Why a site cannot be read.
public enum SiteFault: Error, CustomStringConvertible {
    /// Mistakes in its files, each with its place.
    case problems([Problem])
    /// A file or folder that cannot be read.
    case unreadable(path: String, reason: String)

    /// One line for each mistake: `file:line:column: what is wrong, what was expected`.
    public var description: String {
        switch self {
        case .problems(let problems): problems.map(\.description).joined(separator: "\n")
        case .unreadable(let path, let reason): "\(path):1:1: cannot be read (\(reason)), expected a file"
        }
    }
}
