/// A place in a text file, as editors show it.
///
/// Both numbers begin at 1. A line ends at LF, CR LF or a lone CR. The column counts Unicode scalars, not bytes and not
/// grapheme clusters: a tab is one, a letter with a separate combining mark is two.
public struct SourcePosition: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int

    /// A place from its line and column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The place of the scalar that begins at a byte offset of a text.
    public init(of offset: Int, in text: [UInt8]) {
        self = SourceText(text).position(at: offset)
    }

    /// `line:column`.
    public var description: String { "\(line):\(column)" }

    /// Orders places as they follow each other in the file.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
