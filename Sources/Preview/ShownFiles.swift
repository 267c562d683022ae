import Portal

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
        return .file(type: MediaType.of(String(name))?.name ?? MediaType.unknown, bytes)
    }
}
