import Persian

/// Markup that strings enter only escaped.
///
/// Literals are markup as the programmer wrote it; interpolated strings and numbers are text, interpolated `HTML` is
/// markup. There is no other way to make one, but for `HTML(trusted:)`, whose callers can be counted.
///
/// It is kept as bytes: a page is put together from thousands of pieces, and a `String` inspects each one it takes in.
public struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    /// The markup in UTF-8.
    public private(set) var bytes: [UInt8]

    /// Markup that a renderer of our own or cmark-gfm in its safe mode has made.
    public init(trusted markup: [UInt8]) { bytes = markup }

    /// Markup without values.
    public init(stringLiteral value: StaticString) {
        bytes = []
        bytes.append(value)
    }

    /// Markup with values.
    public init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

    /// Nothing.
    public static let empty = HTML(trusted: [])

    /// Text as markup.
    public static func text(_ text: String) -> HTML { "\(text)" }

    /// The markup as a string.
    public var markup: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends markup, written by the programmer.
    public mutating func append(markup: StaticString) { bytes.append(markup) }

    /// Makes room for so many bytes.
    public mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    /// Appends text, escaped.
    public mutating func append(text: String) { bytes.append(escaping: text) }

    /// Appends text in UTF-8, escaped.
    public mutating func append(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { bytes.append(escaping: $0) }
    }

    /// Appends a number in ASCII digits.
    public mutating func append(_ number: Int) {
        guard number >= 0 else { return bytes += String(number).utf8 }
        append(.ascii, atMost: 20) { $0.add(number) }
    }

    /// Appends what a writer writes, escaped.
    ///
    /// - Parameter count: how many bytes it writes at most.
    mutating func append(_ digits: TextWriter.Digits, atMost count: Int, _ write: (inout TextWriter) -> Void) {
        TextWriter.bytes(digits, atMost: count, write) { bytes.append(escaping: $0) }
    }

    /// Appends markup that a writer of our own has made.
    mutating func append(trusted markup: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: markup) }

    /// Appends markup.
    public static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

    /// Escapes what is interpolated.
    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        /// Makes room.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 64)
        }

        /// Markup, written by the programmer.
        public mutating func appendLiteral(_ literal: StaticString) { bytes.append(literal) }
        // A literal in an interpolation, as in `\(isEmpty ? "<p>…</p>" : "<ul>…</ul>")`, could be read as text or as
        // markup; it was written by the programmer, so it is markup, and only values of the type String are text.
        /// Text; `&`, `<`, `>` and both quotation marks are escaped, so it may also stand in a quoted attribute.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String) { bytes.append(escaping: text) }
        /// Text in UTF-8, escaped in the same way.
        public mutating func appendInterpolation(_ text: ArraySlice<UInt8>) {
            text.withUnsafeBufferPointer { bytes.append(escaping: $0) }
        }
        /// A number in ASCII digits.
        public mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }
        /// Markup.
        public mutating func appendInterpolation(_ html: HTML) { bytes += html.bytes }
        /// Markup, or nothing.
        public mutating func appendInterpolation(_ html: HTML?) { if let html { bytes += html.bytes } }
        /// Markup for each of several things.
        public mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { bytes += piece.bytes } }
        /// Markup where a condition holds.
        public mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { bytes += html().bytes }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ literal: StaticString) {
        // A literal of one scalar may have no address.
        if literal.hasPointerRepresentation {
            append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        } else {
            append(contentsOf: String(literal.unicodeScalar).utf8)
        }
    }

    /// Appends text of which nothing can be read as markup.
    fileprivate mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    fileprivate mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        // What needs no escape, nearly everything, is copied in one go.
        var start = 0
        for place in text.indices where text[place] < 0x3f {
            guard let escape = HTML.escape(text[place]) else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
            append(escape)
            start = place + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
}

extension HTML {
    /// What stands for a byte that could be read as markup; nil for every other.
    static func escape(_ byte: UInt8) -> StaticString? {
        switch Unicode.Scalar(byte) {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: nil
        }
    }
}
