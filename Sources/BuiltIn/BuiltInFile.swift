/// A file as it was when this program was built.
public struct BuiltInFile: Sendable {
    /// The path below its folder, such as `pages/fa/home.md`.
    public let path: String
    /// What is in it.
    public let bytes: [UInt8]

    /// A file of one's own among those.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The bytes as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it is a program: it begins with `#!`.
    public var isProgram: Bool { bytes.starts(with: "#!".utf8) }
}
