/// Markup that strings enter only escaped.
///
/// Literals are markup as the programmer wrote it; interpolated strings and numbers are text, interpolated `HTML` is
/// markup. There is no other way to make one, but for `HTML(trusted:)`, whose callers can be counted.
public struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    /// The markup.
    public private(set) var markup: String

    /// Markup that a renderer of our own or cmark-gfm in its safe mode has made.
    public init(trusted markup: String) { self.markup = markup }

    /// Markup without values.
    public init(stringLiteral value: String) { markup = value }

    /// Markup with values.
    public init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

    /// Nothing.
    public static let empty: HTML = ""

    /// Text as markup.
    public static func text(_ text: String) -> HTML { "\(text)" }

    /// Pieces one after the other.
    public static func joined(_ pieces: some Sequence<HTML>) -> HTML {
        var joined = HTML.empty
        for piece in pieces { joined.markup += piece.markup }
        return joined
    }

    /// Appends markup.
    public static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

    /// Escapes what is interpolated.
    public struct Interpolation: StringInterpolationProtocol {
        var markup = ""

        /// Makes room.
        public init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        /// Markup, written by the programmer.
        public mutating func appendLiteral(_ literal: String) { markup += literal }
        // A literal in an interpolation, as in `\(isEmpty ? "<p>…</p>" : "<ul>…</ul>")`, could be read as text or as
        // markup; it was written by the programmer, so it is markup, and only values of the type String are text.
        /// Text; `&`, `<`, `>` and both quotation marks are escaped, so it may also stand in a quoted attribute.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &markup) }
        /// A number in ASCII digits.
        public mutating func appendInterpolation(_ number: Int) { markup += String(number) }
        /// Markup.
        public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
        /// Markup, or nothing.
        public mutating func appendInterpolation(_ html: HTML?) { if let html { markup += html.markup } }
        /// Markup for each of several things.
        public mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { markup += piece.markup } }
        /// Markup where a condition holds.
        public mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { markup += html().markup }
        }
    }

    private static func escape(_ text: String, into markup: inout String) {
        // Nearly all text needs no escape, and a loop over its bytes finds that out fastest.
        var copy = text
        let needsEscape = copy.withUTF8 { bytes in
            for byte in bytes
            where byte < 0x3f && (byte == 0x26 || byte == 0x3c || byte == 0x3e || byte == 0x22 || byte == 0x27) {
                return true
            }
            return false
        }
        guard needsEscape else { return markup += text }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            default: markup.unicodeScalars.append(scalar)
            }
        }
    }
}
