/// The files that the web server would get, without a release of them: each is made when it is asked for.
public struct StaticFiles: Sendable {
    private let files: [String: ReleaseFile]

    /// The files of a release that is not made.
    public init(_ content: ReleaseContent) {
        files = Dictionary(content.files(beside: nil).map { ($0.path, $0) }) { first, _ in first }
    }

    /// Their paths below the document root.
    public var paths: some Collection<String> { files.keys }

    /// Makes a file; nil where there is none of this path.
    public func make(_ path: String) throws -> [UInt8]? { try files[path]?.make() }
}
