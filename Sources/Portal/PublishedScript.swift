/// A script of the theme, as the build has published it.
public struct PublishedScript: Equatable, Sendable {
    /// The name of its file in the theme.
    public var name = ""
    /// Its path on the web.
    public var path = ""
    /// What browsers check it against (https://www.w3.org/TR/SRI/).
    public var integrity = ""

    /// A script without a name.
    public init() {}

    /// A script.
    public init(name: String, path: String, integrity: String) {
        self.name = name
        self.path = path
        self.integrity = integrity
    }
}
