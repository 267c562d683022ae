import Glibc

/// Why no site was written.
public enum StarterFault: Error, CustomStringConvertible {
    /// The folder holds something; one of its names.
    case notEmpty(String, sample: String)
    /// There is something else in its place.
    case notAFolder(String)
    /// The operating system refused.
    case system(doing: String, path: String, reason: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .notEmpty(let path, let sample):
            "\(path) is not empty (it holds \(sample)); name a new folder or an empty one, nothing was written"
        case .notAFolder(let path): "\(path) is not a folder; name a new one or an empty one, nothing was written"
        case .system(let doing, let path, let reason): "cannot \(doing) \(path): \(reason); nothing was written"
        }
    }

    /// What the operating system has just refused.
    static func system(_ doing: String, _ path: String) -> StarterFault {
        .system(doing: doing, path: path, reason: String(cString: strerror(errno)))
    }
}
