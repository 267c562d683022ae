/// A Mustache template that has been read: https://github.com/mustache/spec, without lambdas and inheritance.
///
/// Reading finds every mistake of the template itself; rendering finds those between templates.
public struct Template: Sendable {
    /// How deep sections may stand in each other, and partials include each other.
    public static let deepest = 64

    /// What it is called, for faults.
    public let name: String
    /// The template in UTF-8.
    public let bytes: [UInt8]
    /// What rendering does, in this order.
    let steps: [Step]

    /// One thing that rendering does.
    enum Step: Sendable {
        /// Writes a piece of the template. Where one begins a line, the indentation of a partial stands before it.
        case text(Range<Int>, beginsLine: Bool)
        /// Writes a value.
        case value(TagName, isEscaped: Bool, offset: Int)
        /// Does the steps before `end` for each element of a list, or once or not at all.
        case section(TagName, isInverted: Bool, offset: Int, end: Int)
        /// Renders another template; that of a tag alone on its line has all its lines behind what stands before the tag.
        case partial(String, indentation: Range<Int>?, offset: Int)
    }

    /// Reads a template.
    ///
    /// - Parameter name: what it is called in faults; partials are found by the names that tags give them.
    public init(_ text: some Sequence<UInt8>, name: String = "") throws(TemplateFault) {
        self.name = name
        bytes = Array(text)
        var reader = TemplateReader(bytes, name: name)
        steps = try reader.read()
    }
}

/// What a tag names: a value in what stands around it, and values inside that.
struct TagName: Equatable, Sendable {
    /// The parts between the dots; none for the implicit iterator `.`.
    let parts: [String]

    /// "Tag content is a non-whitespace character sequence"; its dots part names, unless it is one dot.
    init?(_ text: String) {
        if text == "." {
            parts = []
        } else {
            parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.allSatisfy({ !$0.isEmpty }), !text.utf8.contains(where: isSpace) else { return nil }
        }
    }
}

func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
