/// How large and how deep a file may be.
public struct ReadingLimits: Hashable, Sendable {
    /// Nested objects and lists, the outermost included.
    public var depth: Int
    /// The size of the file in bytes.
    public var bytes: Int

    /// 100 levels and 64 MiB, a list of some hundred thousand units, unless said otherwise. Foundation's own limit is 512 levels: more than 500 is taken as 500.
    public init(depth: Int = 100, bytes: Int = 64 * 1024 * 1024) {
        self.depth = min(depth, 500)
        self.bytes = bytes
    }
}
