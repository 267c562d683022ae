/// The text in double quotes, shortened to 60 scalars, with what could confuse a terminal or reorder the line escaped.
public func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars.prefix(60) {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case _ where isVisible(scalar) || scalar == " " || scalar == "\u{200C}": result.unicodeScalars.append(scalar)
        default: result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
    if text.unicodeScalars.dropFirst(60).first != nil { result += "…" }
    return result + "\""
}

/// `U+00A0`.
public func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Whether a scalar shows by itself: no control, format, space, surrogate, private or unassigned one.
public func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        false
    default: true
    }
}
