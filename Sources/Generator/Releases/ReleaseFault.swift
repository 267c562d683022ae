/// Why no new release was made; the old one is served as before.
public enum ReleaseFault: Error, CustomStringConvertible {
    /// The operating system refused.
    case system(doing: String, path: String, reason: String)
    /// Another build is at work in the same home.
    case busy(home: String)
    /// There is no release of this number, or none before the one that is served.
    case noRelease(Int?, home: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .system(let doing, let path, let reason):
            "cannot \(doing) \(path): \(reason); check its owner, its mode and the free space"
        case .busy(let home): "another build is at work in \(home); wait until it has ended"
        case .noRelease(let number, let home):
            "\(home) has no release \(number.map(String.init) ?? "before the one that is served"); 'pishkhan releases' shows all"
        }
    }
}
