/// A typed line of text as it is to be stored: one spelling of ی and ک, nothing invisible that could deceive.
///
/// White space goes from both ends, and so does a zero-width non-joiner, which joins nothing there; within the text
/// it stays. Control characters and bidi embeddings, overrides and isolates go. Tabs and line breaks become one
/// space, lest the words beside them run together.
public func unified(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var owesSpace = false
    for scalar in text.unicodeScalars {
        if isLineBreakOrTab(scalar) {
            owesSpace = true
        } else if scalar.properties.generalCategory != .control, !isBidiControl(scalar) {
            if owesSpace { kept.append(" ") }
            owesSpace = false
            kept.append(persianLetter(scalar))
        }
    }
    return String(String.UnicodeScalarView(trimmed(kept[...])))
}

private func persianLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{064A}", "\u{0649}": "\u{06CC}"
    case "\u{0643}": "\u{06A9}"
    default: scalar
    }
}

private func isLineBreakOrTab(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
}

private func trimmed(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var rest = scalars
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // Zero-width space and non-joiner, marks of direction, byte order mark. The joiner is no blank: «ه‍» ends in it.
    case "\u{200B}", "\u{200C}", "\u{200E}", "\u{200F}", "\u{FEFF}": true
    default: scalar.properties.isWhitespace
    }
}
