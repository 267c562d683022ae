/// Why no configuration can be printed for a portal.
public enum ServedSiteFault: Error, Equatable, CustomStringConvertible {
    /// A path begins with no slash, or holds what one of the servers would read as its own.
    case path(String, of: String)

    /// What is wrong, and what was expected.
    public var description: String {
        switch self {
        case .path(let path, let subject):
            """
            \(subject) is '\(path)'; expected a path from the root on, without control characters, quotation marks and any \
            of \(String(String.UnicodeScalarView(ServerPath.refused))): web servers read them as their own
            """
        }
    }
}

/// A path as it can stand between quotation marks in the configuration of each server.
enum ServerPath {
    /// Signs of variables, patterns and escapes.
    static let refused: [Unicode.Scalar] = Array("\\$%{}*?[]<>|^`".unicodeScalars)

    /// The path, if it is one.
    static func checked(_ path: String, of subject: String) throws(ServedSiteFault) -> String {
        let isPlain = path.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value) && !"\"'".unicodeScalars.contains(scalar)
                && !refused.contains(scalar)
        }
        guard path.hasPrefix("/"), isPlain else { throw .path(path, of: subject) }
        return path
    }
}
