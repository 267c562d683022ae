/// The line of a file on which a mistake stands, with a caret under its place, as a terminal shows it.
public struct SourceExcerpt: Hashable, Sendable {
    /// The line, cut to what fits around the place; what could confuse a terminal is replaced.
    public let line: String
    /// How many columns of the terminal stand before the caret.
    public let indent: Int
    /// Which scalar of the line, from 0, stands over the caret.
    public let place: Int

    /// How many scalars are shown before and after the place.
    private static let reach = 60

    /// The line around the scalar at `column` (from 1) of a line.
    init(line: some Sequence<Unicode.Scalar>, column: Int) {
        let scalars = Array(line)
        let place = min(max(column - 1, 0), scalars.count)
        let start = place > Self.reach * 2 ? place - Self.reach : 0
        let end = min(scalars.count, max(place + Self.reach, start + Self.reach * 2))
        var shown = start > 0 ? "…" : ""
        var indent = start > 0 ? 1 : 0
        for index in start..<end {
            let scalar = Self.harmless(scalars[index])
            shown.unicodeScalars.append(scalar)
            if index < place { indent += columns(of: scalar) }
        }
        self.line = shown + (end < scalars.count ? "…" : "")
        self.indent = indent
        self.place = place - start + (start > 0 ? 1 : 0)
    }

    /// Two lines: the text, and the caret.
    public var lines: [String] { [line, String(repeating: " ", count: indent) + "^"] }

    /// Tabs become spaces; controls, and marks that would reorder the line, become U+FFFD.
    private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\t": " "
        case "\u{200C}", "\u{200D}": scalar
        case _ where scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control:
            "\u{FFFD}"
        case "\u{2028}", "\u{2029}": "\u{FFFD}"
        default: scalar
        }
    }
}

/// How many columns of a terminal a scalar takes: none for marks above and below letters and for joiners, two for the wide
/// letters of East Asia and for pictures (Unicode Standard Annex 11, `East_Asian_Width` W and F, in whole blocks).
func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
        return 2
    default: return 1
    }
}
