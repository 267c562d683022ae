/// A file that has been read: its values, and where each of them and each key stands.
public struct Document: Sendable {
    /// The file as the caller named it, for messages.
    public let file: String
    /// Its text.
    public let source: SourceText
    /// The outermost value.
    public let root: Node
    /// What reading went over without stopping, such as keys that stand more than once in their object, in the order of
    /// the file; the tree holds the first of each.
    public let problems: [Problem]
    /// How a path is called in messages.
    public let described: @Sendable ([PathStep]) -> String

    /// A file from what a reader made of it.
    public init(
        file: String, source: SourceText, root: Node, problems: [Problem] = [],
        described: @escaping @Sendable ([PathStep]) -> String = { $0.described }
    ) {
        self.file = file
        self.source = source
        self.root = root
        self.problems = problems
        self.described = described
    }
}
